//! Token counts, as OpenAI publishes them for its image models.

use plantain_app::Drawn;
use plantain_core::{ImageRequest, PixelSize, Subject};
use plantain_image::probe;

use super::from_wire::Order;
use super::wire::{TokenDetails, Usage};

/// Tokens of every picture that is handed in, and of each of its tiles.
const PICTURE_TOKENS: u64 = 65;
const TILE_TOKENS: u64 = 129;
/// Side of a tile, and of the shorter side of a picture that is cut into them.
const TILE: u64 = 512;
/// Longest side before that.
const SIDE_MAX: u64 = 2048;
/// What a picture costs on top at high fidelity: a square one, and any other.
const FINE_TOKENS: (u64, u64) = (4160, 6240);

/// Returns the usage of an order whose pictures came out in these sizes.
pub fn usage(order: &Order, drawn: impl Iterator<Item = PixelSize>) -> Usage {
    let request = order.request();
    let text = request.prompt().map_or(0, |prompt| prompt.tokens() as u64);
    let image = input_tokens(request, order.fine_input);
    let output = drawn.map(|size| output_tokens(size, order.quality)).sum();
    Usage {
        total_tokens: text + image + output,
        input_tokens: text + image,
        output_tokens: output,
        input_tokens_details: TokenDetails {
            text_tokens: text,
            image_tokens: image,
        },
        output_tokens_details: TokenDetails {
            text_tokens: 0,
            image_tokens: output,
        },
    }
}

/// Returns the sizes of what was drawn.
pub fn sizes(drawn: &Drawn) -> impl Iterator<Item = PixelSize> + '_ {
    drawn.pictures.iter().map(|picture| picture.size)
}

/// Returns the tokens of the pictures that are handed in. One that cannot be read is refused elsewhere, and counts as small.
fn input_tokens(request: &ImageRequest, fine: bool) -> u64 {
    let Subject::Edit(edit) = &request.subject else {
        return 0;
    };
    let tokens = |file: &[u8]| {
        let (width, height) = probe(file).map_or((1, 1), |info| (info.width, info.height));
        picture_tokens(width.into(), height.into(), fine)
    };
    edit.pictures
        .iter()
        .map(|picture| tokens(&picture.file))
        .sum()
}

/// Returns the tokens of one picture: it is made to fit into 2048 pixels a side and then to 512 on its shorter side, and cut
/// into tiles.
fn picture_tokens(width: u64, height: u64, fine: bool) -> u64 {
    let (short, long) = (width.min(height).max(1), width.max(height).max(1));
    let fits = long.min(SIDE_MAX);
    let scaled = if short * fits / long > TILE {
        long * TILE / short
    } else {
        fits
    };
    let extra = match (fine, width == height) {
        (false, _) => 0,
        (true, true) => FINE_TOKENS.0,
        (true, false) => FINE_TOKENS.1,
    };
    PICTURE_TOKENS + TILE_TOKENS * scaled.div_ceil(TILE) + extra
}

/// Tokens of a picture that was drawn: the published figures for 1024x1024 by quality, in proportion to the pixels, rounded
/// up.
fn output_tokens(size: PixelSize, quality: &str) -> u64 {
    const SQUARE_PIXELS: u64 = 1024 * 1024;
    let square = match quality {
        "low" => 272,
        "medium" | "standard" => 1056,
        _ => 4160,
    };
    (square * size.pixels()).div_ceil(SQUARE_PIXELS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_follow_the_pixels() {
        let cases = [
            (1024, 1024, "low", 272),
            (1024, 1024, "high", 4160),
            (1536, 1024, "medium", 1584),
            (512, 512, "low", 68),
            (16, 16, "low", 1),
        ];
        for (width, height, quality, expected) in cases {
            let size = PixelSize::new("size", width, height).unwrap();
            assert_eq!(output_tokens(size, quality), expected, "{size} {quality}");
        }
    }

    #[test]
    fn pictures_handed_in_are_counted_by_tiles() {
        let cases = [
            (64, 64, false, 194),
            (1024, 1024, false, 194),
            (1536, 1024, false, 323),
            (1024, 1536, false, 323),
            (4096, 1024, false, 65 + 4 * 129),
            (4096, 256, false, 65 + 4 * 129),
            (1024, 1024, true, 4354),
            (1536, 1024, true, 323 + 6240),
        ];
        for (width, height, fine, expected) in cases {
            let tokens = picture_tokens(width, height, fine);
            assert_eq!(tokens, expected, "{width}x{height} {fine}");
        }
    }
}
