//! Row filters: drawn pictures are stored as they are, continuous-tone ones as differences from their neighbours.
//!
//! Flat colours, text and repeated rows are already what deflate likes; filtering breaks their repeats. In a photograph
//! or a noisy gradient nothing repeats, and small differences are all there is to gain. A sample of each band decides.

/// A band's rows as deflate will see them: one filter byte, then the row.
pub(super) struct Filtered {
    pub bytes: Vec<u8>,
    /// Whether the rows were left unfiltered.
    pub is_flat: bool,
    /// Bytes from row to row and from pixel to pixel.
    pub stride: usize,
    pub channels: usize,
}

const SUB: u8 = 1;
const UP: u8 = 2;
const AVERAGE: u8 = 3;
const PAETH: u8 = 4;
/// The filters that a row of a continuous-tone band may use. None is not among them: it would win on no such row, and
/// keeping to differences gives deflate one kind of statistics.
const CANDIDATES: [u8; 4] = [SUB, UP, AVERAGE, PAETH];
/// The sample takes the first rows of every so many.
const SAMPLE_ROWS: usize = 2;
const SAMPLE_PERIOD: usize = 16;
/// From this share of repeated pairs on, in percent, a band is left unfiltered. Drawn screens, posters and plain
/// gradients lie above 80, photographs and layered gradients below 68.
const REPEATED_PERCENT_MIN: usize = 70;
/// Logarithm of how many pairs of pixels the sample remembers.
const SEEN_BITS: u32 = 12;
/// An odd number near 2^64 divided by the golden ratio: multiplying by it spreads keys over the high bits.
const MIXER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Returns the rows of a band, `width` pixels each, packed to three channels if `opaque`.
pub(super) fn filter(rgba: &[u8], width: usize, opaque: bool) -> Filtered {
    let channels = if opaque { 3 } else { 4 };
    let packed = pack(rgba, width, channels);
    let stride = width * channels + 1;
    let is_flat = repeats(rgba, width);
    let bytes = if is_flat {
        packed
    } else {
        filter_rows(&packed, stride, channels)
    };
    Filtered {
        bytes,
        is_flat,
        stride,
        channels,
    }
}

/// Returns the rows with a zero before each (the filter byte of an unfiltered row).
fn pack(rgba: &[u8], width: usize, channels: usize) -> Vec<u8> {
    let stride = width * channels + 1;
    let rows = rgba.len() / (width * 4);
    let mut packed = vec![0; rows * stride];
    for (source, target) in rgba
        .chunks_exact(width * 4)
        .zip(packed.chunks_exact_mut(stride))
    {
        if channels == 4 {
            target[1..].copy_from_slice(source);
        } else {
            pack_rgb(source, &mut target[1..]);
        }
    }
    packed
}

/// Drops every fourth byte, four pixels at a time.
fn pack_rgb(rgba: &[u8], rgb: &mut [u8]) {
    let mut source = rgba.chunks_exact(16);
    let mut target = rgb.chunks_exact_mut(12);
    for (from, to) in source.by_ref().zip(target.by_ref()) {
        for pixel in 0..4 {
            to[pixel * 3..pixel * 3 + 3].copy_from_slice(&from[pixel * 4..pixel * 4 + 3]);
        }
    }
    let rest = source.remainder().chunks_exact(4);
    for (from, to) in rest.zip(target.into_remainder().chunks_exact_mut(3)) {
        to.copy_from_slice(&from[..3]);
    }
}

/// Returns whether the band's pixels repeat, judged by pairs of neighbours in a sample of its rows: how many were seen
/// before, there or nearby.
fn repeats(rgba: &[u8], width: usize) -> bool {
    let mut seen = [0_u64; 1 << SEEN_BITS];
    let (mut pairs, mut repeated) = (0_usize, 0_usize);
    let rows = rgba.chunks_exact(width * 4).enumerate();
    for (_, row) in rows.filter(|(y, _)| y % SAMPLE_PERIOD < SAMPLE_ROWS) {
        for pair in row.array_windows::<8>().step_by(4) {
            let pair = u64::from_le_bytes(*pair);
            let slot = (pair.wrapping_mul(MIXER) >> (64 - SEEN_BITS)) as usize;
            pairs += 1;
            repeated += usize::from(seen[slot] == pair);
            seen[slot] = pair;
        }
    }
    repeated * 100 >= pairs * REPEATED_PERCENT_MIN
}

/// Bytes of a row of which the filters are compared, of so many.
const TRIAL_BYTES: usize = 192;
const TRIAL_PERIOD: usize = 768;

/// Returns the rows, each under the filter whose differences have the least sum in a sample of it.
fn filter_rows(packed: &[u8], stride: usize, channels: usize) -> Vec<u8> {
    let mut out = vec![0; packed.len()];
    let mut above: Option<&[u8]> = None;
    let rows = packed.chunks_exact(stride).map(|row| &row[1..]);
    for (row, out) in rows.zip(out.chunks_exact_mut(stride)) {
        // The row above the first is another band's, so only the filter that ignores it can be used there.
        let kind = above.map_or(SUB, |above| {
            let sums = CANDIDATES.map(|kind| (trial_sum(kind, row, above, channels), kind));
            sums.into_iter().min().map_or(SUB, |(_, kind)| kind)
        });
        out[0] = kind;
        difference_row(kind, row, above.unwrap_or(row), channels, &mut out[1..]);
        above = Some(row);
    }
    out
}

/// Returns the sum of the differences of a row under a filter, in a sample of it.
fn trial_sum(kind: u8, row: &[u8], above: &[u8], channels: usize) -> u32 {
    let parts = row.chunks(TRIAL_PERIOD).zip(above.chunks(TRIAL_PERIOD));
    let sum = |(row, above): (&[u8], &[u8])| -> u32 {
        let mut trial = [0; TRIAL_BYTES];
        let trial = &mut trial[..row.len().min(TRIAL_BYTES)];
        let part = ..trial.len();
        difference_row(kind, &row[part], &above[part], channels, trial);
        let sizes = trial.iter().map(|&d| u32::from((d as i8).unsigned_abs()));
        sizes.sum()
    };
    parts.map(sum).sum()
}

/// Writes the differences of `row` under a filter into `out`.
fn difference_row(kind: u8, row: &[u8], above: &[u8], channels: usize, out: &mut [u8]) {
    let head = channels.min(row.len());
    for i in 0..head {
        let predicted = match kind {
            SUB => 0,
            AVERAGE => above[i] / 2,
            _ => above[i],
        };
        out[i] = row[i].wrapping_sub(predicted);
    }
    // Four slices of one length let the compiler vectorise without bounds checks.
    let length = row.len() - head;
    let (here, out) = (&row[head..], &mut out[head..head + length]);
    let (left, up, corner) = (
        &row[..length],
        &above[head..head + length],
        &above[..length],
    );
    match kind {
        SUB => (0..length).for_each(|i| out[i] = here[i].wrapping_sub(left[i])),
        UP => (0..length).for_each(|i| out[i] = here[i].wrapping_sub(up[i])),
        AVERAGE => (0..length).for_each(|i| {
            let mean = (u16::from(left[i]) + u16::from(up[i])) / 2;
            out[i] = here[i].wrapping_sub(mean as u8);
        }),
        _ => (0..length).for_each(|i| {
            out[i] = here[i].wrapping_sub(paeth(left[i], up[i], corner[i]));
        }),
    }
}

/// Returns the neighbour closest to `left + up - corner`; ties go to the left, then to the one above.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(up), i16::from(corner));
    let (to_left, to_up, to_corner) = ((b - c).abs(), (a - c).abs(), (a + b - 2 * c).abs());
    let up_or_corner = if to_up <= to_corner { up } else { corner };
    if to_left <= to_up && to_left <= to_corner {
        left
    } else {
        up_or_corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 300;

    /// Sixty-four rows of opaque grey.
    fn band(grey: impl Fn(usize, usize) -> usize) -> Vec<u8> {
        let pixels = (0..64).flat_map(|y| (0..WIDTH).map(move |x| (x, y)));
        pixels
            .flat_map(|(x, y)| [grey(x, y) as u8, 90, 90, 255])
            .collect()
    }

    #[test]
    fn drawings_are_left_and_photographs_are_filtered() {
        let check = |what: &str, rgba: Vec<u8>, expected: bool| {
            assert_eq!(filter(&rgba, WIDTH, true).is_flat, expected, "{what}");
        };
        let noise = |x: usize, y: usize| (x * 7919 + y * 104_729) * (x + 31 * y) / 64;
        check("one colour", band(|_, _| 200), true);
        check(
            "blocks with edges",
            band(|x, y| x / 37 % 2 * 200 + y / 20),
            true,
        );
        check("a plain gradient", band(|x, y| (x + y) / 2), true);
        check(
            "a grainy gradient",
            band(|x, y| (x + y) / 3 + noise(x, y) % 13),
            false,
        );
        check("noise", band(noise), false);
    }

    #[test]
    fn each_filter_predicts_from_its_neighbours() {
        let (above, row) = ([10, 20, 30, 40], [11, 22, 33, 44]);
        let check = |kind, expected: [u8; 4]| {
            let mut out = [0; 4];
            difference_row(kind, &row, &above, 1, &mut out);
            assert_eq!(out, expected, "filter {kind}");
        };
        check(SUB, [11, 11, 11, 11]);
        check(UP, [1, 2, 3, 4]);
        check(AVERAGE, [6, 7, 7, 8]);
        check(PAETH, [1, 2, 3, 4]);
        assert_eq!(paeth(5, 5, 5), 5);
        assert_eq!(paeth(10, 90, 95), 10, "the left is nearest to 5");
        assert_eq!(paeth(90, 10, 95), 10, "the one above is nearest to 5");
        assert_eq!(paeth(10, 30, 20), 20, "the corner is nearest to 20");
    }
}
