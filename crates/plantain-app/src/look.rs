//! Looks from outside, made ready for an engine: pictures are decoded here, once a request.

use std::sync::Arc;

use plantain_core::{Brand, Error, ErrorKind, LookSpec, Pixels, Rgb, StyleSource};
use plantain_engine::Look;
use plantain_image::{
    Coding, EncodeOptions, ImageError, Limits, Metadata, Swatch, decode, encode, palette,
    read_metadata, resize,
};

/// Longest side of a logo as it stands in scenes, pixels.
const LOGO_SIDE_MAX: u32 = 512;
/// Colours taken from a picture.
const SWATCHES: usize = 6;
/// Share of a picture above which its commonest colour is its ground.
const GROUND_SHARE: f32 = 0.3;
/// Chroma from which a colour is no grey.
const CHROMA_MIN: f32 = 0.04;

/// Decodes what a request brings along.
///
/// # Errors
/// Invalid, naming the field, for files that are no pictures.
pub(crate) fn look(spec: &LookSpec) -> Result<Look, Error> {
    let mut look = Look::default();
    if let Some(brand) = &spec.brand {
        let mut brand = Brand::clone(brand);
        if let Some(logo) = brand.logo.take() {
            let png = small_png(&logo.file).map_err(|error| refused("brand.logo", error))?;
            look.logo = Some(png);
        }
        look.brand = Some(Arc::new(brand));
    }
    match &spec.style_of {
        None => {}
        Some(StyleSource::Scene(scene)) => look.style_of = Some(Arc::clone(scene)),
        Some(StyleSource::Picture(file)) => {
            let refused = |error| refused("style_of", error);
            match read_metadata(file).map_err(refused)?.scene_json {
                Some(scene) => look.style_of = Some(scene.into()),
                // The picture was made elsewhere: its colours are what can be kept. A brand's own go before them.
                None if look.brand.is_none() => {
                    let pixels = decode(file, &Limits::default()).map_err(refused)?;
                    let swatches = palette(&pixels, SWATCHES).map_err(refused)?;
                    look.brand = Some(Arc::new(colors_of(&swatches)));
                }
                None => {}
            }
        }
    }
    Ok(look)
}

fn refused(field: &'static str, error: ImageError) -> Error {
    let message = format!("{field}: {error}. Give it in base64 or as a data URL.");
    Error::new(ErrorKind::Invalid, "invalid_image", message).with_field(field)
}

fn small_png(file: &[u8]) -> Result<Arc<[u8]>, ImageError> {
    let pixels = decode(file, &Limits::default())?;
    let longest = pixels.width.max(pixels.height);
    let pixels = if longest > LOGO_SIDE_MAX {
        let side =
            |side: u32| (u64::from(side) * u64::from(LOGO_SIDE_MAX) / u64::from(longest)).max(1);
        resize(
            &pixels,
            side(pixels.width) as u32,
            side(pixels.height) as u32,
        )?
    } else {
        pixels
    };
    png(&pixels).map(Arc::from)
}

fn png(pixels: &Pixels) -> Result<Vec<u8>, ImageError> {
    let options = EncodeOptions {
        coding: Coding::Png,
        metadata: Metadata::default(),
    };
    encode(pixels, &options)
}

/// The commonest colour is the ground if it is common enough; the most colourful of the others are the accents.
fn colors_of(swatches: &[Swatch]) -> Brand {
    let rgb = |swatch: &Swatch| Rgb(swatch.rgb);
    let (ground, others) = match swatches.split_first() {
        Some((first, others)) if first.share >= GROUND_SHARE => (Some(rgb(first)), others),
        _ => (None, swatches),
    };
    let mut accents: Vec<&Swatch> = others.iter().filter(|s| s.chroma >= CHROMA_MIN).collect();
    let weight = |s: &Swatch| s.chroma * s.share.max(0.02).sqrt();
    accents.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    Brand {
        background: ground,
        palette: accents.into_iter().map(rgb).collect(),
        ..Brand::default()
    }
}
