//! Pictures → fal's output.

use axum::http::HeaderMap;
use base64_simd::STANDARD;
use bytes::Bytes;
use plantain_app::{Caller, Drawn, StoredPicture, TaskResult};
use plantain_core::{Error, ErrorKind, OutputFormat};
use plantain_store::ObjectName;

use super::wire::{Image, Output};
use crate::Server;

/// Returns what a client that waited gets. `inline`: the pictures as data URLs, of which nothing is kept.
pub async fn of_drawn(
    server: &Server,
    caller: &Caller,
    drawn: &Drawn,
    headers: &HeaderMap,
    inline: bool,
) -> Result<Output, Error> {
    let mut images = Vec::with_capacity(drawn.pictures.len());
    for (index, picture) in drawn.pictures.iter().enumerate() {
        let content_type = picture.format.media_type();
        images.push(Image {
            url: match inline {
                true => data_url(content_type, &picture.bytes),
                false => server.url(&server.app.publish(caller, picture).await?, headers),
            },
            content_type,
            file_name: file_name(index, picture.format),
            file_size: picture.bytes.len() as u64,
            width: picture.size.width(),
            height: picture.size.height(),
        });
    }
    let first = drawn.pictures.first();
    Ok(Output {
        images,
        description: first.map(|picture| picture.alt.clone()).unwrap_or_default(),
        seed: first.map_or(0, |picture| picture.seed.0),
    })
}

/// Returns what a task drew.
pub async fn of_task(
    server: &Server,
    result: &TaskResult,
    headers: &HeaderMap,
    inline: bool,
) -> Result<Output, Error> {
    let mut images = Vec::with_capacity(result.pictures.len());
    for (index, picture) in result.pictures.iter().enumerate() {
        let format = OutputFormat::parse("format", &picture.format)?;
        images.push(Image {
            url: url(server, picture, format, headers, inline).await?,
            content_type: format.media_type(),
            file_name: file_name(index, format),
            file_size: picture.bytes,
            width: picture.width,
            height: picture.height,
        });
    }
    let first = result.pictures.first();
    Ok(Output {
        images,
        description: first.map(|picture| picture.alt.clone()).unwrap_or_default(),
        seed: first.map_or(0, |picture| picture.seed),
    })
}

async fn url(
    server: &Server,
    picture: &StoredPicture,
    format: OutputFormat,
    headers: &HeaderMap,
    inline: bool,
) -> Result<String, Error> {
    let outputs = &server.app.outputs;
    if inline {
        let bytes = outputs.get_named(&picture.object).await?;
        return Ok(data_url(format.media_type(), &bytes));
    }
    let name = ObjectName::parse(&picture.object)
        .ok_or_else(|| Error::internal("a task names a file that is none"))?;
    if !outputs.is_kept(&name).await? {
        let message = "The pictures of this request are not kept any more; send the request again.";
        return Err(Error::new(ErrorKind::NotFound, "output_gone", message));
    }
    let link = outputs.link(&name, server.app.world.now_ms());
    Ok(server.url(&link, headers))
}

fn data_url(content_type: &str, bytes: &Bytes) -> String {
    let mut url = format!("data:{content_type};base64,");
    STANDARD.encode_append(bytes, &mut url);
    url
}

fn file_name(index: usize, format: OutputFormat) -> String {
    match index {
        0 => format!("output.{}", format.extension()),
        _ => format!("output_{index}.{}", format.extension()),
    }
}
