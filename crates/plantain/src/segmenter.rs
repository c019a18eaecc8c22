//! The owner's segmenter, where one is named.

use std::sync::Arc;

use plantain_core::Error;
use plantain_easel::Easel;
use plantain_engine::Segmenter;

use crate::cli::SegmenterArgs;
use crate::failure::Failure;

/// A network that was read and tried, and a line about it.
pub struct Opened {
    pub segmenter: Arc<dyn Segmenter>,
    pub about: String,
}

/// Returns the embedded engine, with the segmenter that is named.
pub fn easel(args: &SegmenterArgs) -> Result<Easel, Failure> {
    let easel = Easel::new();
    Ok(match open(args)? {
        Some(opened) => easel.with_segmenter(opened.segmenter),
        None => easel,
    })
}

/// Reads and tries the segmenter that is named, if any.
#[cfg(feature = "segmenter")]
pub fn open(args: &SegmenterArgs) -> Result<Option<Opened>, Failure> {
    use plantain_segment::{OnnxSegmenter, Scale, SegmenterConfig};

    let Some(path) = &args.segmenter else {
        return Ok(None);
    };
    let scale = match &args.segmenter_scale {
        None => None,
        Some(name) => Some(Scale::from_name(name).ok_or_else(|| {
            let names = Scale::ALL.map(Scale::name).join(", ");
            Error::invalid(
                "invalid_segmenter",
                "--segmenter-scale",
                name,
                format_args!("must be one of {names}"),
            )
        })?),
    };
    let config = SegmenterConfig {
        path: path.clone(),
        scale,
    };
    let found = OnnxSegmenter::open(&config).map_err(|why| {
        Error::invalid(
            "invalid_segmenter",
            "--segmenter",
            path.display().to_string(),
            format_args!("must be a network that can be run; {why}"),
        )
    })?;
    let (width, height) = found.size();
    let about = format!(
        "{} runs: {width}x{height} pixels, {} weights, scale {}",
        found.name(),
        found.weights(),
        found.scale().name()
    );
    Ok(Some(Opened {
        segmenter: Arc::new(found),
        about,
    }))
}

/// Refuses a segmenter: this build cannot run one.
#[cfg(not(feature = "segmenter"))]
pub fn open(args: &SegmenterArgs) -> Result<Option<Opened>, Failure> {
    let Some(path) = &args.segmenter else {
        return Ok(None);
    };
    let remedy = "cannot be used by this build; build it with `cargo build --release --features segmenter`, or leave it out";
    let path = path.display().to_string();
    Err(Error::invalid("invalid_segmenter", "--segmenter", path, remedy).into())
}
