//! Huffman codes of bounded length.

/// A code for every symbol of an alphabet.
pub(crate) struct Codes {
    lengths: Vec<u8>,
    /// Each symbol's code as it is written: first bit lowest.
    codes: Vec<u16>,
}

impl Codes {
    /// Fits codes of at most `bits_max` bits to the counts. Symbols that do not occur get none; if only one occurs, it
    /// gets one bit.
    pub fn fit(counts: &[u32], bits_max: u8) -> Self {
        let mut symbols: Vec<usize> = (0..counts.len())
            .filter(|&symbol| counts[symbol] > 0)
            .collect();
        symbols.sort_by_key(|&symbol| (counts[symbol], symbol));
        let depths = depths(symbols.iter().map(|&symbol| counts[symbol]).collect());
        let mut lengths = vec![0; counts.len()];
        let bounded = bound(&depths, bits_max);
        for (symbol, length) in symbols.into_iter().zip(bounded) {
            lengths[symbol] = length;
        }
        let codes = assign(&lengths);
        Self { lengths, codes }
    }

    /// Returns a symbol's code and its number of bits.
    #[inline]
    pub fn code(&self, symbol: usize) -> (u64, u32) {
        (self.codes[symbol].into(), self.lengths[symbol].into())
    }

    /// Returns the number of bits of every symbol's code.
    pub fn lengths(&self) -> &[u8] {
        &self.lengths
    }

    /// Returns how many bits symbols with these counts take.
    pub fn cost_bits(&self, counts: &[u32]) -> u64 {
        let bits = |(&count, &length): (&u32, &u8)| u64::from(count) * u64::from(length);
        counts.iter().zip(&self.lengths).map(bits).sum()
    }
}

/// Returns the depth of each leaf of the Huffman tree over ascending weights.
fn depths(weights: Vec<u32>) -> Vec<u32> {
    let leaves = weights.len();
    if leaves < 2 {
        return vec![1; leaves];
    }
    // Nodes are the leaves, then the inner ones in the order they are made; both ascend in weight, so the two lightest
    // free nodes stand at the front of one or the other.
    let mut weights: Vec<u64> = weights.into_iter().map(u64::from).collect();
    let mut parents = vec![0; leaves * 2 - 1];
    let (mut leaf, mut inner) = (0, leaves);
    while weights.len() < leaves * 2 - 1 {
        let made = weights.len();
        let mut take_lightest = || {
            let leaf_is_lighter =
                leaf < leaves && (inner >= made || weights[leaf] <= weights[inner]);
            let next = if leaf_is_lighter {
                &mut leaf
            } else {
                &mut inner
            };
            *next += 1;
            *next - 1
        };
        let (first, second) = (take_lightest(), take_lightest());
        parents[first] = made;
        parents[second] = made;
        weights.push(weights[first] + weights[second]);
    }
    let mut depths = vec![0; parents.len()];
    for node in (0..parents.len() - 1).rev() {
        depths[node] = depths[parents[node]] + 1;
    }
    depths.truncate(leaves);
    depths
}

/// Returns lengths for leaves in ascending weight, of at most `bits_max`, that still make a complete code.
fn bound(depths: &[u32], bits_max: u8) -> Vec<u8> {
    let max = usize::from(bits_max);
    let mut of_length = vec![0_u32; max + 1];
    for &depth in depths {
        of_length[(depth as usize).min(max)] += 1;
    }
    // In units of the longest code, all codes together may take no more than this room.
    let room = 1_u32 << max;
    let mut taken: u32 = (1..=max)
        .map(|length| of_length[length] << (max - length))
        .sum();
    while taken > room {
        // Take a longest code away, and hang it beside a shorter one that moves a level down.
        let shorter = (1..max)
            .rev()
            .find(|&length| of_length[length] > 0)
            .unwrap_or(1);
        of_length[max] -= 1;
        of_length[shorter] -= 1;
        of_length[shorter + 1] += 2;
        taken -= 1;
    }
    // The lightest leaves get the longest codes.
    let longest_first = (1..=max).rev();
    longest_first
        .flat_map(|length| std::iter::repeat_n(length as u8, of_length[length] as usize))
        .collect()
}

/// Returns the canonical codes for these lengths, as deflate numbers them, with their bits reversed.
fn assign(lengths: &[u8]) -> Vec<u16> {
    let mut next = [0_u32; 17];
    for &length in lengths.iter().filter(|&&length| length > 0) {
        next[usize::from(length) + 1] += 1;
    }
    for length in 1..17 {
        next[length] = (next[length - 1] + next[length]) << 1;
    }
    let mut take = |length: u8| {
        let code = &mut next[usize::from(length)];
        *code += 1;
        (*code as u16 - 1).reverse_bits() >> (16 - u32::from(length))
    };
    lengths
        .iter()
        .map(|&length| if length == 0 { 0 } else { take(length) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_complete_and_bounded() {
        let check = |counts: &[u32], bits_max: u8| {
            let codes = Codes::fit(counts, bits_max);
            let used = codes.lengths().iter().filter(|&&length| length > 0);
            assert!(used.clone().all(|&length| length <= bits_max), "{counts:?}");
            let room: u32 = used.map(|&length| 1_u32 << (bits_max - length)).sum();
            let occurring = counts.iter().filter(|&&count| count > 0).count();
            let expected = if occurring < 2 { room } else { 1 << bits_max };
            assert_eq!(room, expected, "{counts:?}");
        };
        check(&[], 7);
        check(&[0, 5, 0], 7);
        check(&[1, 1], 7);
        check(&[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024], 7);
        check(
            &[
                1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181,
            ],
            12,
        );
        check(&vec![3; 286], 12);
        check(&(1..=286).map(|n| n * n).collect::<Vec<_>>(), 12);
    }

    #[test]
    fn frequent_symbols_get_short_codes() {
        let codes = Codes::fit(&[8, 1, 1, 4], 7);
        assert_eq!(codes.lengths(), [1, 3, 3, 2]);
        // Canonical: 0, 110, 111, 10, written from the first bit up.
        assert_eq!(
            [0, 1, 2, 3].map(|symbol| codes.code(symbol).0),
            [0b0, 0b011, 0b111, 0b01]
        );
    }
}
