//! Reads the packed tables that `cargo xtask bake-art` writes.
//!
//! Numbers are LEB128 varints, signed ones zigzagged; coordinates are 1/256 of a grid unit. A path is a list of runs, each a
//! byte `count << 3 | command` (1 move, 2 line, 3 quadratic, 4 cubic, 5 close) and its points as differences from the point
//! before; a zero byte ends it. The tables are part of the program, so a malformed one is a defect of the build: reading past
//! the end yields zeros and an empty path, and the tests decode every entry.

use kurbo::{BezPath, Point};

/// Grid units per step.
const STEP: f64 = 1.0 / 256.0;

/// Returns a table as it was before the build packed it.
pub(crate) fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut packed = packed;
    let read = brotli_decompressor::BrotliDecompress(&mut packed, &mut bytes);
    debug_assert!(read.is_ok(), "an embedded table is whole");
    bytes.shrink_to_fit();
    bytes
}

#[derive(Clone)]
pub(crate) struct Reader {
    bytes: &'static [u8],
    at: usize,
}

impl Reader {
    pub fn new(bytes: &'static [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    pub fn position(&self) -> usize {
        self.at
    }

    pub fn byte(&mut self) -> u8 {
        let value = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        value
    }

    pub fn varint(&mut self) -> usize {
        let (mut value, mut shift) = (0usize, 0u32);
        loop {
            let byte = self.byte();
            value |= usize::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
    }

    fn zigzag(&mut self) -> i64 {
        let value = self.varint();
        (value >> 1) as i64 ^ -((value & 1) as i64)
    }

    /// A length or coordinate in grid units.
    pub fn coordinate(&mut self) -> f64 {
        self.zigzag() as f64 * STEP
    }

    /// An unsigned length in grid units.
    pub fn length(&mut self) -> f64 {
        self.varint() as f64 * STEP
    }

    pub fn text(&mut self) -> &'static str {
        let length = self.varint();
        let text = self
            .bytes
            .get(self.at..self.at + length)
            .unwrap_or_default();
        self.at += length;
        std::str::from_utf8(text).unwrap_or_default()
    }

    pub fn skip(&mut self, length: usize) {
        self.at += length;
    }

    pub fn path(&mut self) -> BezPath {
        let mut path = BezPath::new();
        let (mut last, mut start) = ((0, 0), (0, 0));
        loop {
            let head = self.byte();
            if head == 0 || (path.elements().is_empty() && head & 7 != 1) {
                return path;
            }
            for _ in 0..head >> 3 {
                match head & 7 {
                    1 => {
                        path.move_to(self.point(&mut last));
                        start = last;
                    }
                    2 => path.line_to(self.point(&mut last)),
                    3 => path.quad_to(self.point(&mut last), self.point(&mut last)),
                    4 => path.curve_to(
                        self.point(&mut last),
                        self.point(&mut last),
                        self.point(&mut last),
                    ),
                    _ => {
                        path.close_path();
                        last = start;
                    }
                }
            }
        }
    }

    fn point(&mut self, last: &mut (i64, i64)) -> Point {
        last.0 += self.zigzag();
        last.1 += self.zigzag();
        Point::new(last.0 as f64 * STEP, last.1 as f64 * STEP)
    }
}
