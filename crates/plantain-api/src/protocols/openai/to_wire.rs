//! Pictures → wire structs.

use plantain_app::{Drawn, Picture, Preview};
use plantain_core::{Background, ImageRequest, PixelSize, Subject};

use super::from_wire::Order;
use super::wire::{Completed, Image, Images, Partial, TokenDetails, Usage};

/// Returns the reply. `urls` is empty when no links are wanted.
pub fn images(drawn: &Drawn, order: &Order, urls: Vec<String>, created: i64) -> Images {
    let mut urls = urls.into_iter();
    let image = |picture: &std::sync::Arc<Picture>| Image {
        b64_json: order.inline.then(|| picture.bytes.clone()),
        url: urls.next(),
    };
    let data = drawn.pictures.iter().map(image).collect();
    let first = drawn.pictures.first();
    Images {
        created,
        data,
        background: first.map_or("opaque", |picture| background(picture, order.request())),
        output_format: order.request().encoding.format.name(),
        quality: order.quality,
        size: first.map_or_else(String::new, |picture| picture.size.to_string()),
        usage: usage(drawn, order.request(), order.quality),
    }
}

/// Returns the event of a stream for a preview.
pub fn partial(preview: Preview, order: &Order, created_at: i64) -> Partial {
    let request = order.request();
    Partial {
        kind: match &request.subject {
            Subject::Edit(_) => "image_edit.partial_image",
            Subject::Prompt(_) | Subject::Scene(_) => "image_generation.partial_image",
        },
        b64_json: preview.bytes,
        partial_image_index: preview.index,
        created_at,
        size: preview.size.to_string(),
        quality: order.quality,
        background: match request.background {
            Background::Transparent => "transparent",
            _ => "opaque",
        },
        output_format: request.encoding.format.name(),
    }
}

/// Returns the event of a stream for a finished picture, with the usage of this picture.
pub fn completed(drawn: &Drawn, picture: &Picture, order: &Order, created_at: i64) -> Completed {
    let request = order.request();
    Completed {
        kind: match &request.subject {
            Subject::Edit(_) => "image_edit.completed",
            Subject::Prompt(_) | Subject::Scene(_) => "image_generation.completed",
        },
        b64_json: picture.bytes.clone(),
        created_at,
        size: picture.size.to_string(),
        quality: order.quality,
        background: background(picture, request),
        output_format: picture.format.name(),
        usage: usage(drawn, request, order.quality),
    }
}

/// Returns the background that a picture has.
pub fn background(picture: &Picture, request: &ImageRequest) -> &'static str {
    match request.background {
        Background::Transparent => "transparent",
        Background::Auto if picture.transparent => "transparent",
        _ => "opaque",
    }
}

/// Returns the tokens of a request and its pictures.
pub fn usage(drawn: &Drawn, request: &ImageRequest, quality: &str) -> Usage {
    let text = request.prompt().map_or(0, |prompt| prompt.tokens() as u64);
    let images = drawn.pictures.iter();
    let output = images
        .map(|picture| image_tokens(picture.size, quality))
        .sum();
    Usage {
        total_tokens: text + output,
        input_tokens: text,
        output_tokens: output,
        input_tokens_details: TokenDetails {
            text_tokens: text,
            image_tokens: 0,
        },
        output_tokens_details: TokenDetails {
            text_tokens: 0,
            image_tokens: output,
        },
    }
}

/// Tokens of a picture: the published figures for 1024x1024 by quality, in proportion to the pixels, rounded up.
fn image_tokens(size: PixelSize, quality: &str) -> u64 {
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
            assert_eq!(image_tokens(size, quality), expected, "{size} {quality}");
        }
    }
}
