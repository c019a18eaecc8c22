//! `plantain mcp`: the tools of the Model Context Protocol over standard input and output, a message a line, for agents that
//! start the program themselves.

use std::io::BufRead;
use std::path::Path;
use std::sync::Arc;

use plantain_api::mcp::{Asked, Call, answer, read};
use plantain_api::row_request;
use plantain_app::{Drawn, Studio, StudioConfig, SystemWorld};
use plantain_core::Error;
use plantain_easel::Easel;
use tokio::runtime::Runtime;

use crate::failure::Failure;
use crate::{batch, draw, screen, small_runtime};

pub fn run() -> Result<(), Failure> {
    let world = Arc::new(SystemWorld);
    let studio = Studio::new(Arc::new(Easel::new()), world, StudioConfig::default());
    let runtime = small_runtime()?;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| Failure::machine("cannot read standard input", error))?;
        if line.trim().is_empty() {
            continue;
        }
        match read(line.as_bytes()) {
            Asked::Answered(None) => {}
            Asked::Answered(Some(value)) => screen::line(value)?,
            Asked::Tool { id, call } => {
                let (outcome, saved) = match work(&runtime, &studio, &call) {
                    Ok((drawn, saved)) => (Ok(drawn), saved),
                    Err(error) => (Err(error), Vec::new()),
                };
                let text = plantain_api::json_text(&answer(&id, &outcome, &saved))?;
                screen::write(&[&text[..], b"\n"].concat())?;
            }
        }
    }
    Ok(())
}

/// Draws, and writes the pictures where the caller wants them; returns the names of the files.
fn work(runtime: &Runtime, studio: &Studio, call: &Call) -> Result<(Drawn, Vec<String>), Error> {
    let open = |field: &str, text: &str| match is_inline(text) {
        true => batch::inline(field, text),
        false => batch::picture(Path::new("."), field, text),
    };
    let request = row_request(&call.row, &open)?;
    let drawn = runtime.block_on(studio.draw(request))?;
    let mut saved = Vec::new();
    if let Some(path) = &call.save_to {
        let path = Path::new(path);
        for (index, picture) in drawn.pictures.iter().enumerate() {
            let file = match drawn.pictures.len() {
                1 => path.to_owned(),
                _ => draw::numbered(path, index + 1),
            };
            std::fs::write(&file, &picture.bytes).map_err(|error| {
                let remedy = format!("cannot be written: {error}");
                Error::invalid("cannot_write", "save_to", file.display(), remedy)
            })?;
            saved.push(file.display().to_string());
        }
    }
    Ok((drawn, saved))
}

/// Whether text is base64 rather than the name of a file: no path is that long without a point.
fn is_inline(text: &str) -> bool {
    text.len() > 256 && !text.contains('.')
}
