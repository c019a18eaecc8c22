//! Pictures → wire structs.

use plantain_app::{Drawn, Picture};

use super::wire;

/// Returns the list shape. `urls` is empty when the pictures themselves are sent.
pub fn list(drawn: &Drawn, urls: Vec<String>, created: i64) -> wire::List<'_> {
    let data = if urls.is_empty() {
        let inline = |picture: &std::sync::Arc<Picture>| wire::Item {
            b64_json: Some(picture.bytes.clone()),
            url: None,
        };
        drawn.pictures.iter().map(inline).collect()
    } else {
        let link = |url| wire::Item {
            b64_json: None,
            url: Some(url),
        };
        urls.into_iter().map(link).collect()
    };
    wire::List {
        created,
        model: drawn.model.as_str(),
        data,
    }
}

/// Returns the object shape; none when there is no picture.
pub fn object(drawn: &Drawn, urls: Vec<String>, created: i64) -> Option<wire::Object<'_>> {
    let mut pictures = drawn
        .pictures
        .iter()
        .zip(urls)
        .map(|(picture, url)| wire::Picture {
            url,
            width: picture.size.width(),
            height: picture.size.height(),
            content_type: picture.format.media_type(),
        });
    Some(wire::Object {
        created,
        model: drawn.model.as_str(),
        data: pictures.next()?,
        images: pictures.collect(),
    })
}
