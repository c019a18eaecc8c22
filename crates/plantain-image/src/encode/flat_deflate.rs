//! A deflate encoder for drawn pictures: long repeats of the row above and of the pixel before, and of what was seen last.
//!
//! In a drawn screen most bytes repeat the row above or the pixel to the left, and what is left are letters that were drawn
//! before. A general encoder keeps chains of all places with the same three bytes and moves them along with its window, which
//! costs more than the search. This one remembers the last two places for each hash, by their position in the band.

use super::tone_deflate::bits::BitWriter;
use super::tone_deflate::huffman::Codes;
use super::tone_deflate::{
    END_OF_BLOCK, MATCH_BASES, MATCH_MAX, SYMBOLS, put_lengths, write_stored,
};

/// Tokens in a block, which has codes of its own.
const BLOCK_TOKENS: usize = 1 << 15;
/// Deflate's limits: of a code's bits, of how far back a match lies, and the shortest match that is looked for here.
const CODE_BITS_MAX: u8 = 15;
const DISTANCE_MAX: usize = 32_768;
const MATCH_MIN: usize = 4;
/// Matches of at least so many bytes are taken without a look at the next place.
const GOOD: usize = 24;
/// Logarithm of how many hashes are told apart.
const HASH_BITS: u32 = 15;
/// About the bits of a byte that is no part of a match.
const BYTE_BITS: u32 = 5;
/// Number of distance symbols.
const DISTANCES: usize = 30;
/// Marks a token that is a match: 8 bits of length from 3 on, then 15 of distance from 1 on.
const MATCH: u32 = 1 << 31;

/// Appends `bytes` to `out` as deflate blocks; rows are `stride` bytes apart, pixels `channels`. The last block closes the stream
/// if `is_last`; otherwise an empty stored block follows, which ends on a byte boundary.
pub(super) fn deflate(
    bytes: &[u8],
    stride: usize,
    channels: usize,
    is_last: bool,
    out: &mut Vec<u8>,
) {
    let mut writer = BitWriter::new(out);
    let mut search = Search {
        bytes,
        near: [stride, channels],
        seen: vec![[0; 2]; 1 << HASH_BITS],
    };
    let mut tokens: Vec<u32> = Vec::with_capacity(BLOCK_TOKENS + bytes.len() / MATCH_MAX / 8);
    let mut at = 0;
    while at < bytes.len() {
        at = search.step(at, &mut tokens);
        if tokens.len() >= BLOCK_TOKENS {
            write_block(&tokens, &mut writer);
            tokens.clear();
        }
    }
    if !tokens.is_empty() {
        write_block(&tokens, &mut writer);
    }
    write_stored(&[], is_last, &mut writer);
}

struct Search<'a> {
    bytes: &'a [u8],
    /// Distances that are always tried.
    near: [usize; 2],
    /// For every hash the last two places, from 1 on; 0 is none.
    seen: Vec<[u32; 2]>,
}

impl Search<'_> {
    /// Appends the tokens of what lies at `at`, and returns where the next begin.
    fn step(&mut self, at: usize, tokens: &mut Vec<u32>) -> usize {
        let (mut at, (mut length, mut distance)) = (at, self.longest(at));
        self.remember(at);
        if length < MATCH_MIN {
            tokens.push(self.bytes[at].into());
            return at + 1;
        }
        if length < GOOD {
            // A longer match one byte on is worth a literal.
            let next = self.longest(at + 1);
            if next.0 > length + 1 {
                tokens.push(self.bytes[at].into());
                at += 1;
                self.remember(at);
                (length, distance) = next;
            }
        }
        let end = at + length;
        while length > 0 {
            // No match may be left shorter than three.
            let part = match length {
                ..=MATCH_MAX => length,
                _ if length - MATCH_MAX < 3 => MATCH_MAX - 3,
                _ => MATCH_MAX,
            };
            // Where the pixel before repeats as well, it is nearer.
            let from = end - length;
            let flat = part == MATCH_MAX && self.is_flat(from);
            let distance = if flat { self.near[1] } else { distance };
            tokens.push(MATCH | ((part as u32 - 3) << 15) | (distance as u32 - 1));
            length -= part;
        }
        // Of long matches only the ends are new; what lies between is found in the row above.
        if end - at <= GOOD {
            (at + 1..end).for_each(|place| self.remember(place));
        } else {
            (end - MATCH_MIN..end).for_each(|place| self.remember(place));
        }
        end
    }

    /// Returns whether as many bytes as a match can have repeat the pixel before.
    fn is_flat(&self, at: usize) -> bool {
        let left = self.near[1];
        let before = self.bytes.get(at.wrapping_sub(left)..at + MATCH_MAX - left);
        before.is_some_and(|before| before == &self.bytes[at..at + MATCH_MAX])
    }

    /// Returns length and distance of the longest match found; a length of 0 for none.
    fn longest(&self, at: usize) -> (usize, usize) {
        let Some(slot) = self.slot(at) else {
            return (0, 0);
        };
        let seen = self.seen[slot].map(|place| match place {
            0 => 0,
            place => at + 1 - place as usize,
        });
        let [above, left] = self.near;
        let (mut best, mut gain) = ((0, 0), 0);
        for distance in [left, seen[0], seen[1], above] {
            if distance == 0 || distance > at.min(DISTANCE_MAX) {
                continue;
            }
            let length = same(&self.bytes[at - distance..], &self.bytes[at..]);
            if length >= MATCH_MAX && distance == left {
                // So many bytes are a token whatever their distance, and a near one takes the fewest bits.
                return (length, distance);
            }
            // About the bits that the bytes would take by themselves, less those of the distance.
            let bits = length as u32 * BYTE_BITS;
            let own = bits.saturating_sub(distance.ilog2());
            if length >= MATCH_MIN && own > gain {
                (best, gain) = ((length, distance), own);
            }
        }
        best
    }

    fn remember(&mut self, at: usize) {
        if let Some(slot) = self.slot(at) {
            let [last, _] = self.seen[slot];
            self.seen[slot] = [at as u32 + 1, last];
        }
    }

    fn slot(&self, at: usize) -> Option<usize> {
        let four = self.bytes.get(at..)?.first_chunk()?;
        let hash = u32::from_le_bytes(*four).wrapping_mul(0x9E37_79B1);
        Some((hash >> (32 - HASH_BITS)) as usize)
    }
}

/// Returns how many bytes from the start of `b`, the shorter one, are those of `a`.
fn same(a: &[u8], b: &[u8]) -> usize {
    let (a_eights, b_eights) = (a.as_chunks::<8>().0, b.as_chunks::<8>().0);
    for (n, (a, b)) in a_eights.iter().zip(b_eights).enumerate() {
        let apart = u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b);
        if apart != 0 {
            return n * 8 + apart.trailing_zeros() as usize / 8;
        }
    }
    let whole = b_eights.len() * 8;
    let rest = a[whole..].iter().zip(&b[whole..]);
    whole + rest.take_while(|(a, b)| a == b).count()
}

/// Returns the symbol of a match length, from 0 on, and its further bits.
fn length_symbol(length: usize) -> (usize, (u64, u32)) {
    let symbol = MATCH_BASES.partition_point(|&(base, _)| usize::from(base) <= length) - 1;
    let (base, more) = MATCH_BASES[symbol];
    (symbol, (length as u64 - u64::from(base), more.into()))
}

/// Returns the symbol of a distance from 1 on, and its further bits: two symbols to every power of two.
fn distance_symbol(distance: usize) -> (usize, (u64, u32)) {
    let back = distance as u64 - 1;
    if back < 4 {
        return (back as usize, (0, 0));
    }
    let more = 62 - back.leading_zeros();
    let symbol = 2 * more as usize + (back >> more) as usize;
    (symbol, (back & ((1 << more) - 1), more))
}

fn split(token: u32) -> (usize, usize) {
    let (length, back) = ((token >> 15) & 255, token & 0x7FFF);
    (length as usize + 3, back as usize + 1)
}

fn write_block(tokens: &[u32], writer: &mut BitWriter<'_>) {
    let (mut counts, mut distances) = ([0; SYMBOLS], [0; DISTANCES]);
    counts[END_OF_BLOCK] = 1;
    for &token in tokens {
        if token & MATCH == 0 {
            counts[token as usize] += 1;
        } else {
            let (length, distance) = split(token);
            counts[END_OF_BLOCK + 1 + length_symbol(length).0] += 1;
            distances[distance_symbol(distance).0] += 1;
        }
    }
    // One code there must be.
    distances[0] = distances[0].max(1);
    let codes = Codes::fit(&counts, CODE_BITS_MAX);
    let far = Codes::fit(&distances, CODE_BITS_MAX);
    put_lengths(codes.lengths(), far.lengths(), writer);
    for &token in tokens {
        if token & MATCH == 0 {
            writer.put(codes.code(token as usize));
        } else {
            let (length, distance) = split(token);
            let (symbol, more) = length_symbol(length);
            writer.put(codes.code(END_OF_BLOCK + 1 + symbol));
            writer.put(more);
            let (symbol, more) = distance_symbol(distance);
            writer.put(far.code(symbol));
            writer.put(more);
        }
        writer.flush();
    }
    writer.put(codes.code(END_OF_BLOCK));
    writer.flush();
}

#[cfg(test)]
mod tests {
    use flate2::{Decompress, FlushDecompress};
    use proptest::prelude::*;

    use super::*;

    /// Writes the parts one after the other, closes the stream, and reads it back. Returns its length.
    fn check(parts: &[&[u8]], stride: usize) -> usize {
        let mut stream = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            deflate(part, stride, 3, index + 1 == parts.len(), &mut stream);
        }
        let expected = parts.concat();
        let mut read = Vec::with_capacity(expected.len() + 1);
        let mut inflate = Decompress::new(false);
        let status = inflate
            .decompress_vec(&stream, &mut read, FlushDecompress::Finish)
            .unwrap();
        assert_eq!(status, flate2::Status::StreamEnd);
        assert!(read == expected, "{} bytes", expected.len());
        stream.len()
    }

    #[test]
    fn edges_round_trip() {
        check(&[&[]], 10);
        check(&[&[], &[7], &[0, 0, 0]], 10);
        check(&[&[5; 100_000], &[0; 200_000]], 40_000);
        let every: Vec<u8> = (0..=255).collect();
        check(&[&every.repeat(300), &every], 256);
        // Runs of every length, and matches at every power of two.
        for n in 1..1100 {
            check(
                &[&[&[9], &vec![0; n][..], &[3], &vec![0; n]].concat()],
                n + 1,
            );
        }
        for shift in 2..15 {
            let gap: Vec<u8> = (0..1_u32 << shift)
                .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
                .collect();
            check(&[&[&every[..], &gap, &every].concat()], 17);
        }
    }

    #[test]
    fn rows_that_repeat_cost_next_to_nothing() {
        let row: Vec<u8> = (0..3000_u32).map(|i| ((i * i) >> 7) as u8).collect();
        assert!(check(&[&row.repeat(64)], 3000) < 5000);
    }

    proptest! {
        #[test]
        fn any_bytes_round_trip(
            runs in prop::collection::vec((0u8..6, 0usize..40), 0..200),
            noise in prop::collection::vec(any::<u8>(), 0..500),
            stride in 1usize..300,
        ) {
            let flat: Vec<u8> = runs.iter().flat_map(|&(byte, count)| vec![byte; count]).collect();
            check(&[&flat, &noise, &[&noise[..], &flat, &noise].concat()], stride);
        }
    }
}
