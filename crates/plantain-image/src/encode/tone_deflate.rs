//! A deflate encoder for filtered continuous tone: Huffman codes and runs of zeros, no search for matches.
//!
//! What is left of a photograph after filtering is small noise around zero. A search for repeats in it costs most of a
//! general encoder's time and finds nearly nothing; fitting the codes to each block is what saves bytes. This one reads
//! the bytes twice, once to count and once to write.

pub(super) mod bits;
pub(super) mod huffman;

use self::bits::BitWriter;
use self::huffman::Codes;

/// Bytes in a block, which has codes of its own; one less than 64 KiB, so that it can also be stored as it is.
const BLOCK_BYTES: usize = 65_535;
/// Longest code of a literal: four of them fit the bit buffer together.
const CODE_BITS_MAX: u8 = 12;
/// Longest code of a code length: deflate's limit.
const LENGTH_CODE_BITS_MAX: u8 = 7;
/// Shortest run of zeros that is written as a match.
const RUN_MIN: usize = 8;
/// Longest match.
pub(super) const MATCH_MAX: usize = 258;
/// Number of literals, end mark and match lengths: the alphabet of deflate's first code.
pub(super) const SYMBOLS: usize = 286;
pub(super) const END_OF_BLOCK: usize = 256;
const TYPE_STORED: u64 = 0b00;
const TYPE_DYNAMIC: u64 = 0b10;
/// The order in which deflate lists the lengths of the code lengths' codes.
const LENGTH_ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];
/// Match lengths: the first length of each symbol from 257 on, and how many further bits tell which.
pub(super) const MATCH_BASES: [(u16, u8); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];

/// Appends `bytes` to `out` as deflate blocks. The last of them closes the stream if `is_last`; otherwise an empty
/// stored block follows, which ends on a byte boundary.
pub(super) fn deflate(bytes: &[u8], is_last: bool, out: &mut Vec<u8>) {
    let mut writer = BitWriter::new(out);
    for block in bytes.chunks(BLOCK_BYTES) {
        write_block(block, &mut writer);
    }
    // An empty stored block either way: it aligns, and its header can carry the end of the stream.
    write_stored(&[], is_last, &mut writer);
}

fn write_block(block: &[u8], writer: &mut BitWriter<'_>) {
    let mut counts = Counts([[0; SYMBOLS]; 4]);
    scan(block, &mut counts);
    let mut counts = counts.total();
    counts[END_OF_BLOCK] = 1;
    let codes = Codes::fit(&counts, CODE_BITS_MAX);
    if codes.cost_bits(&counts) / 8 >= block.len() as u64 {
        return write_stored(block, false, writer);
    }
    // There is one distance, 1, with a code of one bit.
    put_lengths(codes.lengths(), &[1], writer);
    scan(
        block,
        &mut Coded {
            codes: &codes,
            writer,
        },
    );
    writer.put(codes.code(END_OF_BLOCK));
    writer.flush();
}

pub(super) fn write_stored(block: &[u8], is_last: bool, writer: &mut BitWriter<'_>) {
    writer.put((u64::from(is_last) | TYPE_STORED << 1, 3));
    writer.align();
    let length = block.len() as u16;
    writer.bytes(&length.to_le_bytes());
    writer.bytes(&(!length).to_le_bytes());
    writer.bytes(block);
}

/// Writes the header of a block with codes of its own: the lengths of the codes of literals and match lengths and those of
/// distances, themselves coded.
pub(super) fn put_lengths(literals: &[u8], distances: &[u8], writer: &mut BitWriter<'_>) {
    let lengths = || literals.iter().chain(distances).copied();
    let mut counts = [0; LENGTH_ORDER.len()];
    lengths().for_each(|length| counts[usize::from(length)] += 1);
    let length_codes = Codes::fit(&counts, LENGTH_CODE_BITS_MAX);
    writer.put((TYPE_DYNAMIC << 1, 3));
    writer.put((literals.len() as u64 - 257, 5));
    writer.put((distances.len() as u64 - 1, 5));
    writer.put((LENGTH_ORDER.len() as u64 - 4, 4));
    for symbol in LENGTH_ORDER {
        writer.put((length_codes.lengths()[symbol].into(), 3));
        writer.flush();
    }
    for length in lengths() {
        writer.put(length_codes.code(length.into()));
        writer.flush();
    }
}

/// What a scan reports to.
trait Sink {
    fn literals(&mut self, bytes: &[u8]);
    /// A match of `symbol` (an index into [`MATCH_BASES`]) at distance 1, with the value of its further bits.
    fn repeat(&mut self, symbol: usize, further: u64);
}

/// Cuts the block into literals and runs of zeros.
fn scan(block: &[u8], sink: &mut impl Sink) {
    let mut literals_start = 0;
    let mut at = 0;
    while let Some(window) = block.get(at..).and_then(<[u8]>::first_chunk::<RUN_MIN>) {
        let window = u64::from_le_bytes(*window);
        if window != 0 {
            // The next run can start right after the last byte that is not zero.
            at += RUN_MIN - window.leading_zeros() as usize / 8;
            continue;
        }
        let rest = &block[at + RUN_MIN..];
        let more = rest
            .iter()
            .position(|&byte| byte != 0)
            .unwrap_or(rest.len());
        // The first zero is a literal; the others repeat it.
        sink.literals(&block[literals_start..=at]);
        repeat_zero(RUN_MIN - 1 + more, sink);
        at += RUN_MIN + more;
        literals_start = at;
    }
    sink.literals(&block[literals_start..]);
}

/// Reports a run of zeros, at least seven, as matches.
fn repeat_zero(mut length: usize, sink: &mut impl Sink) {
    while length > 0 {
        // No match may be left shorter than three.
        let part = match length {
            ..=MATCH_MAX => length,
            _ if length - MATCH_MAX < 3 => MATCH_MAX - 3,
            _ => MATCH_MAX,
        };
        let symbol = MATCH_BASES.partition_point(|&(base, _)| usize::from(base) <= part) - 1;
        sink.repeat(symbol, part as u64 - u64::from(MATCH_BASES[symbol].0));
        length -= part;
    }
}

/// Counts of symbols in four tables that take turns: equal bytes in a row would wait for each other.
struct Counts([[u32; SYMBOLS]; 4]);

impl Counts {
    fn total(&self) -> [u32; SYMBOLS] {
        std::array::from_fn(|symbol| self.0.iter().map(|table| table[symbol]).sum())
    }
}

impl Sink for Counts {
    fn literals(&mut self, bytes: &[u8]) {
        let (fours, rest) = bytes.as_chunks::<4>();
        for four in fours {
            for (table, &byte) in self.0.iter_mut().zip(four) {
                table[usize::from(byte)] += 1;
            }
        }
        rest.iter()
            .for_each(|&byte| self.0[0][usize::from(byte)] += 1);
    }

    fn repeat(&mut self, symbol: usize, _: u64) {
        self.0[0][END_OF_BLOCK + 1 + symbol] += 1;
    }
}

struct Coded<'a, 'b> {
    codes: &'a Codes,
    writer: &'a mut BitWriter<'b>,
}

impl Sink for Coded<'_, '_> {
    fn literals(&mut self, bytes: &[u8]) {
        let mut fours = bytes.chunks_exact(4);
        for four in fours.by_ref() {
            four.iter()
                .for_each(|&byte| self.writer.put(self.codes.code(byte.into())));
            self.writer.flush();
        }
        fours
            .remainder()
            .iter()
            .for_each(|&byte| self.writer.put(self.codes.code(byte.into())));
        self.writer.flush();
    }

    fn repeat(&mut self, symbol: usize, further: u64) {
        self.writer.put(self.codes.code(END_OF_BLOCK + 1 + symbol));
        self.writer.put((further, MATCH_BASES[symbol].1.into()));
        // The code of distance 1, the only one.
        self.writer.put((0, 1));
        self.writer.flush();
    }
}

#[cfg(test)]
mod tests {
    use flate2::{Decompress, FlushDecompress};
    use proptest::prelude::*;

    use super::*;

    /// Writes the parts one after the other, closes the stream, and reads it back.
    fn check(parts: &[&[u8]]) {
        let mut stream = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            deflate(part, index + 1 == parts.len(), &mut stream);
        }
        let expected = parts.concat();
        let mut read = Vec::with_capacity(expected.len() + 1);
        let mut inflate = Decompress::new(false);
        let status = inflate
            .decompress_vec(&stream, &mut read, FlushDecompress::Finish)
            .unwrap();
        assert_eq!(status, flate2::Status::StreamEnd);
        assert_eq!(inflate.total_in() as usize, stream.len());
        assert!(read == expected, "{} bytes", expected.len());
    }

    #[test]
    fn edges_round_trip() {
        check(&[&[]]);
        check(&[&[], &[]]);
        check(&[&[7], &[0]]);
        check(&[&[5; 100_000], &[0; 200_000]]);
        let every: Vec<u8> = (0..=255).collect();
        check(&[&every.repeat(300), &every]);
        // Every length of a run, before and after something else.
        for run in 1..1100 {
            let zeros = vec![0; run];
            check(&[&[&[9], &zeros[..], &[3]].concat(), &zeros]);
        }
        // Counts that double from symbol to symbol want codes of every length, and longer ones than allowed.
        let skewed: Vec<u8> = (0..16_u8)
            .flat_map(|symbol| vec![symbol; 1 << symbol])
            .collect();
        check(&[&skewed[skewed.len() - 65_535..], &skewed]);
    }

    #[test]
    fn noise_is_stored() {
        let noise: Vec<u8> = (0..200_000_u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        let mut stream = Vec::new();
        deflate(&noise, true, &mut stream);
        assert!(stream.len() < noise.len() + 40);
        check(&[&noise]);
    }

    proptest! {
        #[test]
        fn any_bytes_round_trip(
            runs in prop::collection::vec((0u8..6, 0usize..40), 0..60),
            noise in prop::collection::vec(any::<u8>(), 0..500),
        ) {
            let tone: Vec<u8> = runs.iter().flat_map(|&(byte, count)| vec![byte / 2; count]).collect();
            check(&[&tone, &noise, &[&noise[..], &tone].concat()]);
        }
    }
}
