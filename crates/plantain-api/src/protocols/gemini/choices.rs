//! Choices that Gemini's and Imagen's requests spell alike, each at a place of its own.

use plantain_core::{AspectRatio, Encoding, Error, OutputFormat, Quality, Seed, SizeSpec, Tier};
use plantain_engine::Note;

use crate::body::Whole;

/// Returns the size for a ratio and a tier; empty text counts as none.
pub fn size(
    [aspect_field, tier_field]: [&'static str; 2],
    aspect: Option<&str>,
    tier: Option<&str>,
) -> Result<SizeSpec, Error> {
    let aspect = aspect.filter(|text| !text.is_empty());
    let tier = tier.filter(|text| !text.is_empty());
    Ok(SizeSpec {
        aspect: aspect
            .map(|text| AspectRatio::parse(aspect_field, text))
            .transpose()?,
        tier: tier.map(|text| Tier::parse(tier_field, text)).transpose()?,
        ..SizeSpec::default()
    })
}

/// Returns the encoding; a quality beside a format that has none is ignored, as the vendor does.
pub fn encoding(
    [type_field, quality_field]: [&'static str; 2],
    media_type: Option<&str>,
    quality: Option<Whole>,
) -> Result<Encoding, Error> {
    let format = match media_type.filter(|text| !text.is_empty()) {
        Some(name) => OutputFormat::parse(type_field, name)?,
        None => OutputFormat::Png,
    };
    let quality = quality.map(|quality| Quality::new(quality_field, quality.clamped()));
    Ok(Encoding {
        quality: quality.transpose()?.filter(|_| format.has_quality()),
        ..format.into()
    })
}

/// Returns the seed. Google's are 32-bit and may be negative; the bits are what counts.
pub fn seed(seed: Option<Whole>) -> Option<Seed> {
    seed.map(|seed| Seed(seed.clamped() as u64))
}

/// Checks whom the caller lets be drawn; the engine draws nobody in particular, but does draw figures.
pub fn person_generation(field: &'static str, choice: Option<&str>) -> Result<Option<Note>, Error> {
    let Some(choice) = choice.filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    match choice.to_ascii_lowercase().as_str() {
        "allow_all" | "allow_adult" | "person_generation_unspecified" => Ok(None),
        "dont_allow" | "allow_none" => Ok(Some(Note::new(
            "person_generation",
            "Figures were not kept out of the picture: say so in the prompt (\"no people\").",
        ))),
        _ => Err(Error::invalid(
            "invalid_person_generation",
            field,
            choice,
            "must be one of ALLOW_ALL, ALLOW_ADULT, ALLOW_NONE",
        )),
    }
}
