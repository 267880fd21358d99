//! Compressed bodies. They are not smaller than the text, but any decoder accepts them.

type Encode = fn(&str) -> Vec<u8>;

/// The compressions of the client's features.
pub(crate) const ENCODINGS: [(&str, Encode); 3] = [("br", brotli), ("gzip", gzip), ("zstd", zstd)];

/// The first bytes of a file, without a name and a time.
const GZIP: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

pub(crate) fn gzip(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).unwrap();
    let stored = [
        &[1][..],
        &length.to_le_bytes(),
        &(!length).to_le_bytes(),
        text.as_bytes(),
    ];
    let size = u32::from(length).to_le_bytes();
    [
        &GZIP[..],
        &stored.concat(),
        &crc32(text.as_bytes()).to_le_bytes(),
        &size,
    ]
    .concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = !0;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 * (crc & 1));
        }
    }
    !crc
}

/// A meta-block that is not compressed, and an empty one at the end.
fn brotli(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).unwrap();
    let header = ((length - 1) << 4) | (1 << 20);
    [&header.to_le_bytes()[..3], text.as_bytes(), &[3]].concat()
}

/// A raw block.
fn zstd(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).unwrap();
    let block = (u32::from(length) << 3) | 1;
    [
        &[0x28, 0xb5, 0x2f, 0xfd, 0x20, length][..],
        &block.to_le_bytes()[..3],
        text.as_bytes(),
    ]
    .concat()
}

/// Zeros: each step of 13 bits is 258 of them.
pub(crate) fn gzip_bomb(steps: usize) -> Vec<u8> {
    const START: &str = "110" /* the last block, with fixed codes */;
    const ZERO: &str = "00110000";
    const STEP: &str = "1100010100000" /* 258 bytes, from a distance of 1 */;
    let bits = [START, ZERO].into_iter().chain(vec![STEP; steps]);
    let bits: Vec<u8> = bits.flat_map(str::bytes).map(|bit| bit - b'0').collect();
    let bytes = bits.chunks(8).map(|bits| {
        let bits = bits.iter().enumerate();
        bits.map(|(at, bit)| bit << at).sum::<u8>()
    });
    GZIP.into_iter().chain(bytes).collect()
}

/// Zeros: each block of four bytes is 128 KiB of them.
pub(crate) fn zstd_bomb(blocks: usize) -> Vec<u8> {
    let block = ((128 * 1024_u32) << 3) | (1 << 1);
    let block = [&block.to_le_bytes()[..3], &[0]].concat();
    [
        &[0x28, 0xb5, 0x2f, 0xfd, 0, 0x38][..],
        &block.repeat(blocks),
    ]
    .concat()
}
