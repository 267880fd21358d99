//! Each file in `tests/` is a crate with the files of one case: `../cases/<case>/expected/`.
