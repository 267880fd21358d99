//! Each file in `tests/` is a crate around the files of one case: `../cases/<case>/expected/`.
