//! URLs that refer to this machine.

use std::net::IpAddr;

use reqwest::Url;

/// Names that resolve to a loopback address, by RFC 6761 or by the usual file of hosts.
const LOCAL_NAMES: [&str; 8] = [
    "localhost",
    "localhost.localdomain",
    "localhost4",
    "localhost4.localdomain4",
    "localhost6",
    "localhost6.localdomain6",
    "ip6-localhost",
    "ip6-loopback",
];

/// The file with the names that this machine resolves itself.
const HOSTS: &str = if cfg!(windows) {
    r"C:\Windows\System32\drivers\etc\hosts"
} else {
    "/etc/hosts"
};

/// Whether the host of a URL is an address of this machine or a name that always means it.
pub(super) fn is_loopback(url: &Url) -> bool {
    match host(url).parse::<IpAddr>() {
        Ok(address) => is_own(address),
        Err(_) => {
            let name = host(url).trim_end_matches('.');
            LOCAL_NAMES.contains(&name) || name.ends_with(".localhost")
        }
    }
}

/// Whether the file of hosts says that the host of a URL is this machine.
pub(super) fn is_loopback_by_hosts(url: &Url) -> bool {
    // The text is not valid UTF-8 if a comment is in an old encoding.
    let hosts = std::fs::read(HOSTS).unwrap_or_default();
    is_listed(&String::from_utf8_lossy(&hosts), host(url))
}

fn is_listed(hosts: &str, name: &str) -> bool {
    let name = name.trim_end_matches('.');
    let mut addresses = hosts.lines().filter_map(|line| {
        let entry = line.split('#').next()?;
        let mut words = entry.split_whitespace();
        let address = words.next()?.parse::<IpAddr>().ok()?;
        let is_name = |word: &str| word.trim_end_matches('.').eq_ignore_ascii_case(name);
        words.any(is_name).then_some(address)
    });
    addresses.next().is_some_and(is_own)
}

fn host(url: &Url) -> &str {
    url.host_str().unwrap_or_default().trim_matches(['[', ']'])
}

fn is_own(address: IpAddr) -> bool {
    let address = address.to_canonical();
    address.is_loopback() || address.is_unspecified()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_addresses_are_recognized() {
        let is_loopback = |url| is_loopback(&Url::parse(url).unwrap());
        for url in [
            "http://localhost:1/x",
            "http://127.0.0.1",
            "http://127.9.9.9:80",
            "http://[::1]:8080",
            "http://[::ffff:127.0.0.1]",
            "http://0.0.0.0:80",
            "http://[::]",
            "http://127.1",
            "http://LOCALHOST",
            "http://localhost.:1",
            "http://bot.localhost",
            "http://ip6-localhost",
            "http://localhost6.localdomain6",
        ] {
            assert!(is_loopback(url), "{url}");
        }
        for url in [
            "http://localhost.example.org",
            "http://notlocalhost",
            "http://[::ffff:10.0.0.1]",
            "http://10.0.0.1",
            "https://api.example.org",
        ] {
            assert!(!is_loopback(url), "{url}");
        }
    }

    #[test]
    fn the_first_address_in_the_file_of_hosts_counts() {
        let hosts = "# 127.0.0.1 comment\n127.0.0.1 localhost\n127.0.1.1\tBox.home box # mine\n\
                     10.0.0.1 lan\n127.0.0.1 lan\n::1 six\n0.0.0.0 blocked\nx y\n\n";
        for name in ["box", "BOX.HOME", "box.", "six", "blocked"] {
            assert!(is_listed(hosts, name), "{name}");
        }
        for name in ["lan", "comment", "mine", "y", "other", ""] {
            assert!(!is_listed(hosts, name), "{name}");
        }
    }
}
