//! QR codes that can be scanned: bytes, error correction M, versions 1 to 6.

use std::fmt::Write;

use plantain_read::{Brief, Component, Role};
use plantain_scene::build::*;
use plantain_scene::color::Rgba;
use plantain_scene::node::Node;

use super::art::Piece;
use crate::studio::Studio;

/// For versions 1 to 6: codewords of correction in a block, blocks, codewords of data in a block.
const VERSIONS: [(usize, usize, usize); 6] = [
    (10, 1, 16),
    (16, 1, 28),
    (26, 1, 44),
    (18, 2, 32),
    (24, 2, 43),
    (16, 4, 27),
];
/// Free modules that a reader needs on every side.
const QUIET: usize = 4;

/// Returns whether the prompt asks for a QR code.
pub fn wanted(brief: &Brief) -> bool {
    brief.described.iter().any(|d| d.kind == Component::QrCode)
}

/// Returns the code that the prompt asks for, as a thing to be shown.
pub fn piece(studio: &Studio<'_>) -> Option<Piece> {
    wanted(studio.brief).then(|| Piece {
        name: "qr-code".to_owned(),
        is_icon: false,
        tint: None,
        materials: Vec::new(),
        phrase: studio.brief.objects.len(),
        open: false,
        scale: 1.0,
        mood: None,
        code: Some(says(studio.brief)),
    })
}

/// Returns what the code of a brief says: the address told nearest behind the words for it, else another way to reach
/// somebody, else the title.
pub fn says(brief: &Brief) -> String {
    let at = brief
        .described
        .iter()
        .find(|d| d.kind == Component::QrCode)
        .map_or(0, |d| d.span.end);
    let is_site = |text: &str| {
        text.contains('.') && !text.contains([' ', '@']) && text.chars().any(char::is_alphabetic)
    };
    let sites = || brief.literals.iter().filter(|l| is_site(&l.text));
    let site = sites()
        .find(|l| l.span.start >= at)
        .or_else(|| sites().next_back());
    if let Some(site) = site {
        let text = &site.text;
        return if text.contains("://") {
            text.clone()
        } else {
            format!("https://{text}")
        };
    }
    let with = |role: Role| brief.literals.iter().find(|l| l.role == role);
    let line = with(Role::Contact)
        .or_else(|| with(Role::Title))
        .or_else(|| brief.literals.first());
    line.map_or_else(|| "https://example.com".to_owned(), |l| l.text.clone())
}

/// Returns a code on its white ground, to be given square bounds; a text too long for a small code is cut.
pub fn node(text: &str) -> Node {
    let mut end = text.len().min(capacity(VERSIONS.len() - 1));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let modules = matrix(&text.as_bytes()[..end]);
    let n = modules.len() + 2 * QUIET;
    let mut d = String::new();
    for (y, row) in modules.iter().enumerate() {
        let mut x = 0;
        while x < row.len() {
            let run = row[x..].iter().take_while(|dark| **dark).count();
            if run > 0 {
                // A little overlap closes the seams between rows.
                let _ = write!(d, "M{} {}h{run}v1.02h-{run}Z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    stack().fill(Rgba::WHITE).role("qr-code").child(
        path(d, n as f32, n as f32)
            .fill(Rgba::BLACK)
            .fill_w()
            .fill_h(),
    )
}

/// Bytes of text that a version holds.
fn capacity(version: usize) -> usize {
    let (_, blocks, data) = VERSIONS[version];
    blocks * data - 2
}

/// Returns the modules of the smallest code that holds `bytes`; true is dark.
fn matrix(bytes: &[u8]) -> Vec<Vec<bool>> {
    let version = (0..VERSIONS.len() - 1)
        .find(|&v| capacity(v) >= bytes.len())
        .unwrap_or(VERSIONS.len() - 1);
    let words = codewords(bytes, version);
    let drawn = |mask: usize| {
        let mut code = Code::new(version);
        code.fill(&words, mask);
        code.format(mask);
        code.dark
    };
    // The mask that leaves the fewest long runs and blocks of one tone.
    (0..8)
        .map(drawn)
        .min_by_key(|dark| penalty(dark))
        .unwrap_or_default()
}

/// The message with its correction, as it is laid out.
fn codewords(bytes: &[u8], version: usize) -> Vec<u8> {
    let (correction, blocks, data) = VERSIONS[version];
    // Mode "bytes" (4 bits), length (8 bits), the bytes, an end (4 bits).
    let mut stream = vec![0x40 | (bytes.len() >> 4) as u8];
    let mut carry = (bytes.len() << 4) as u8;
    for byte in bytes {
        stream.push(carry | byte >> 4);
        carry = byte << 4;
    }
    stream.push(carry);
    let mut pad = [0xec, 0x11].into_iter().cycle();
    while stream.len() < blocks * data {
        stream.extend(pad.next());
    }
    let parts: Vec<&[u8]> = stream.chunks(data).take(blocks).collect();
    let checks: Vec<Vec<u8>> = parts
        .iter()
        .map(|part| remainder(part, correction))
        .collect();
    let mut out = Vec::with_capacity(blocks * (data + correction));
    for i in 0..data {
        out.extend(parts.iter().map(|part| part[i]));
    }
    for i in 0..correction {
        out.extend(checks.iter().map(|check| check[i]));
    }
    out
}

/// Product in the field of 256 elements that the codes are reckoned in.
fn times(a: u8, b: u8) -> u8 {
    let mut product = 0_u16;
    for bit in (0..8).rev() {
        product = (product << 1) ^ ((product >> 7) * 0x11d);
        product ^= u16::from(b >> bit & 1) * u16::from(a);
    }
    product as u8
}

/// The Reed-Solomon check of a block.
fn remainder(data: &[u8], degree: usize) -> Vec<u8> {
    let mut divisor = vec![0_u8; degree];
    divisor[degree - 1] = 1;
    let mut root = 1;
    for _ in 0..degree {
        for j in 0..degree {
            divisor[j] = times(divisor[j], root) ^ divisor.get(j + 1).copied().unwrap_or(0);
        }
        root = times(root, 2);
    }
    let mut rest = vec![0_u8; degree];
    for byte in data {
        let factor = byte ^ rest.remove(0);
        rest.push(0);
        for (r, d) in rest.iter_mut().zip(&divisor) {
            *r ^= times(*d, factor);
        }
    }
    rest
}

/// A code that is being laid out.
struct Code {
    dark: Vec<Vec<bool>>,
    /// Modules with a fixed part.
    taken: Vec<Vec<bool>>,
}

impl Code {
    fn new(version: usize) -> Self {
        let n = 21 + 4 * version;
        let mut code = Self {
            dark: vec![vec![false; n]; n],
            taken: vec![vec![false; n]; n],
        };
        for i in 0..n {
            code.set(i, 6, i % 2 == 0);
            code.set(6, i, i % 2 == 0);
        }
        for (x, y) in [(3, 3), (n - 4, 3), (3, n - 4)] {
            code.rings(x, y, 4, |d| d != 2 && d != 4);
        }
        if version > 0 {
            code.rings(n - 7, n - 7, 2, |d| d != 1);
        }
        // Room for the format, and the one module that is always dark.
        code.format(0);
        code.set(8, n - 8, true);
        code
    }

    fn set(&mut self, x: usize, y: usize, dark: bool) {
        self.dark[y][x] = dark;
        self.taken[y][x] = true;
    }

    /// Square rings about a middle; `dark` tells the tone of each by its distance.
    fn rings(&mut self, x: usize, y: usize, reach: usize, dark: impl Fn(usize) -> bool) {
        let n = self.dark.len();
        for py in y.saturating_sub(reach)..(y + reach + 1).min(n) {
            for px in x.saturating_sub(reach)..(x + reach + 1).min(n) {
                let d = px.abs_diff(x).max(py.abs_diff(y));
                self.set(px, py, dark(d));
            }
        }
    }

    /// Writes the level of correction and the mask, twice.
    fn format(&mut self, mask: usize) {
        let data = mask as u32;
        let mut rest = data;
        for _ in 0..10 {
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        }
        let bits = (data << 10 | rest) ^ 0x5412;
        let bit = |i: usize| bits >> i & 1 == 1;
        let n = self.dark.len();
        for i in 0..15 {
            let (x, y) = match i {
                0..=5 => (8, i),
                6 => (8, 7),
                7 => (8, 8),
                8 => (7, 8),
                _ => (14 - i, 8),
            };
            self.set(x, y, bit(i));
            let (x, y) = if i < 8 {
                (n - 1 - i, 8)
            } else {
                (8, n - 15 + i)
            };
            self.set(x, y, bit(i));
        }
        self.set(8, n - 8, true);
    }

    /// Lays the codewords out in columns of two from the lower right, under a mask.
    fn fill(&mut self, words: &[u8], mask: usize) {
        let n = self.dark.len();
        let mut at = 0;
        let columns = (0..n)
            .rev()
            .step_by(2)
            .map(|right| if right <= 6 { right - 1 } else { right });
        for (turn, right) in columns.take((n - 1) / 2).enumerate() {
            for step in 0..n {
                let y = if turn % 2 == 0 { n - 1 - step } else { step };
                for x in [right, right - 1] {
                    if self.taken[y][x] {
                        continue;
                    }
                    let bit = words
                        .get(at / 8)
                        .is_some_and(|word| word >> (7 - at % 8) & 1 == 1);
                    self.dark[y][x] = bit != masked(mask, x, y);
                    at += 1;
                }
            }
        }
    }
}

fn masked(mask: usize, x: usize, y: usize) -> bool {
    let product = x * y;
    let rest = match mask {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (x / 3 + y / 2) % 2,
        5 => product % 2 + product % 3,
        6 => (product % 2 + product % 3) % 2,
        _ => ((x + y) % 2 + product % 3) % 2,
    };
    rest == 0
}

/// How hard a code is to read: runs and blocks of one tone, and too much of one.
fn penalty(dark: &[Vec<bool>]) -> usize {
    let n = dark.len();
    let columns = (0..n).map(|x| dark.iter().map(|row| row[x]).collect::<Vec<bool>>());
    let long = |line: Vec<bool>| -> usize {
        line.chunk_by(|a, b| a == b)
            .map(|run| if run.len() >= 5 { run.len() - 2 } else { 0 })
            .sum()
    };
    let runs: usize = dark.iter().cloned().chain(columns).map(long).sum();
    let mut blocks = 0;
    for pair in dark.windows(2) {
        let both = pair[0].windows(2).zip(pair[1].windows(2));
        blocks += both
            .filter(|(a, b)| a[0] == a[1] && a[0] == b[0] && a[0] == b[1])
            .count();
    }
    let count = dark.iter().flatten().filter(|m| **m).count();
    runs + 3 * blocks + (count * 20).abs_diff(n * n * 10) / (n * n) * 10
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The known check of the standard's example, "01234567" in version 1-M.
    #[test]
    fn checks_are_those_of_the_standard() {
        let data = [
            0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
            0xec, 0x11,
        ];
        let want = [0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55];
        assert_eq!(remainder(&data, 10), want);
    }

    #[test]
    fn every_version_holds_its_parts() {
        for (text, side) in [
            ("a.co", 21),
            ("https://beach.org/", 25),
            (
                "https://example.com/a-somewhat-long-path/of-it?with=query",
                33,
            ),
            (&*"x".repeat(104), 41),
        ] {
            let code = matrix(text.as_bytes());
            assert_eq!(code.len(), side, "{text}");
            let finder: String = (0..7).map(|x| if code[3][x] { '#' } else { '.' }).collect();
            assert_eq!(finder, "#.###.#", "{text}");
            assert!(code[side - 8][8], "{text}");
        }
    }
}
