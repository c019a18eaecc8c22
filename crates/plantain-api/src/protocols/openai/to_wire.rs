//! Pictures → wire structs.

use plantain_app::{Drawn, Picture, Preview};
use plantain_core::{Background, ImageRequest, Subject};

use super::from_wire::Order;
use super::tokens;
use super::wire::{Completed, Image, Images, Partial};

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
        usage: tokens::usage(order, tokens::sizes(drawn)),
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
        usage: tokens::usage(order, tokens::sizes(drawn)),
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
