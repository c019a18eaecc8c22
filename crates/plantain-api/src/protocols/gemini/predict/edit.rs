//! Edit modes and reference pictures → what to do, in words, and where.

use plantain_core::{EditSpec, Error, ErrorKind, MaskReading, MaskSpec, PictureFile, Prompt};

use super::wire::{Image, Instance, MaskImageConfig, Parameters, ReferenceImage};
use crate::pictures::PictureRef;

const MODE: &str = "parameters.editMode";

/// An edit before its pictures have been opened.
#[derive(Debug, PartialEq)]
pub struct Plan {
    instruction: String,
    mask: Option<Place>,
    /// The picture that is changed, those that the prompt speaks of, and the mask if it is a file.
    pub pictures: Vec<PictureRef>,
}

#[derive(Debug, Clone, PartialEq)]
struct Place {
    kind: MaskKind,
    /// Thousandths of the picture's width by which it is grown.
    growth: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MaskKind {
    /// The last of the pictures.
    File,
    Subject,
    Background,
}

/// What is to be done to the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// As the prompt says.
    Default,
    Insertion,
    Removal,
    Outpaint,
    NewBackground,
}

/// Returns the plan of an edit; none when the instance brings no picture.
pub fn plan(instance: &Instance, parameters: &Parameters) -> Result<Option<Plan>, Error> {
    let references = instance.reference_images.as_deref().unwrap_or_default();
    if references.is_empty() && instance.image.is_none() {
        return Ok(None);
    }
    let mut pictures = Vec::new();
    let mut names = Vec::new();
    if let Some(image) = &instance.image {
        pictures.push(open("instances[0].image", image)?);
    }
    let mut place = None;
    for kind in [Kind::Raw, Kind::Other, Kind::Mask] {
        for (index, reference) in references.iter().enumerate() {
            let field = format!("instances[0].referenceImages[{index}]");
            if Kind::of(&field, reference)? != kind {
                continue;
            }
            let image = reference.reference_image.as_ref();
            if kind == Kind::Mask {
                let config = reference.mask_image_config.as_ref();
                place = Some(mask_place(&field, config, image)?);
                if let (Some(MaskKind::File), Some(image)) = (place.as_ref().map(|p| p.kind), image)
                {
                    pictures.push(open(&field, image)?);
                }
                continue;
            }
            let image = image.ok_or_else(|| missing_image(&field))?;
            pictures.push(open(&field, image)?);
            names.push(reference.reference_id.map(|id| (id.0, pictures.len())));
        }
    }
    if let Some(image) = instance.mask.as_ref().and_then(|mask| mask.image.as_ref()) {
        pictures.push(open("instances[0].mask.image", image)?);
        place = Some(Place {
            kind: MaskKind::File,
            growth: 0,
        });
    }
    let prompt = named(instance.prompt.as_deref().unwrap_or_default(), &names);
    let mode = mode(parameters, place.is_some())?;
    Ok(Some(Plan {
        instruction: instruction(mode, &prompt),
        mask: place,
        pictures,
    }))
}

/// Returns the plan of enlarging a picture by "x2", "x3" or "x4".
pub fn upscale(image: Option<&Image>, factor: Option<&str>) -> Result<Plan, Error> {
    const FACTOR: &str = "parameters.upscaleConfig.upscaleFactor";
    let image = image.ok_or_else(|| {
        Error::missing(
            "instances[0].image",
            "send the picture that is to be enlarged",
        )
    })?;
    let times = match factor {
        Some("x2") => 2,
        Some("x3") => 3,
        Some("x4") => 4,
        Some(other) => {
            let remedy = "must be x2, x3 or x4";
            return Err(Error::invalid("invalid_upscale", FACTOR, other, remedy));
        }
        None => return Err(Error::missing(FACTOR, "send x2, x3 or x4")),
    };
    Ok(Plan {
        instruction: format!("upscale {times}x"),
        mask: None,
        pictures: vec![open("instances[0].image", image)?],
    })
}

impl Plan {
    /// Whether the prompt has no part in it.
    pub fn ignores_prompt(&self) -> bool {
        self.instruction == REMOVE
    }

    /// Returns the edit, its pictures opened in the order of [`Plan::pictures`].
    pub fn spec(self, mut files: Vec<PictureFile>) -> Result<EditSpec, Error> {
        let mask = match &self.mask {
            Some(place) => {
                let mask = match place.kind {
                    MaskKind::Subject => MaskSpec::Subject,
                    MaskKind::Background => MaskSpec::Background,
                    MaskKind::File => MaskSpec::File {
                        file: files.pop().ok_or_else(|| {
                            Error::internal("a mask that was not opened with the pictures")
                        })?,
                        reading: MaskReading::Lit,
                    },
                };
                Some(match place.growth {
                    0 => mask,
                    thousandths => MaskSpec::Grown {
                        mask: Box::new(mask),
                        thousandths,
                    },
                })
            }
            None => None,
        };
        let spec = EditSpec {
            instruction: Prompt::new("instances[0].prompt", self.instruction)?,
            pictures: files,
            mask,
        };
        spec.check("instances[0].referenceImages")?;
        Ok(spec)
    }
}

/// What a reference picture is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Raw,
    Mask,
    /// Style, subject, control and content pictures: the prompt speaks of them.
    Other,
}

impl Kind {
    fn of(field: &str, reference: &ReferenceImage) -> Result<Self, Error> {
        let name = reference.reference_type.as_deref().unwrap_or_default();
        match name.trim_start_matches("REFERENCE_TYPE_") {
            "RAW" | "" => Ok(Self::Raw),
            "MASK" => Ok(Self::Mask),
            "STYLE" | "SUBJECT" | "CONTROL" | "CONTENT" => Ok(Self::Other),
            _ => Err(Error::invalid(
                "invalid_reference_type",
                format!("{field}.referenceType"),
                name,
                "must be REFERENCE_TYPE_RAW, _MASK, _STYLE, _SUBJECT, _CONTROL or _CONTENT",
            )),
        }
    }
}

fn open(field: &str, image: &Image) -> Result<PictureRef, Error> {
    if image.gcs_uri.is_some() {
        return Err(Error::invalid(
            "unsupported_storage",
            format!("{field}.gcsUri"),
            image.gcs_uri.as_deref().unwrap_or_default(),
            "must be left out: send the picture itself in bytesBase64Encoded",
        ));
    }
    let data = image.bytes_base64_encoded.as_deref();
    PictureRef::parse(
        format!("{field}.bytesBase64Encoded"),
        data.ok_or_else(|| missing_image(field))?,
    )
}

fn missing_image(field: &str) -> Error {
    Error::missing(
        format!("{field}.bytesBase64Encoded"),
        "send the picture as base64",
    )
}

fn mask_place(
    field: &str,
    config: Option<&MaskImageConfig>,
    image: Option<&Image>,
) -> Result<Place, Error> {
    let name = config.and_then(|config| config.mask_mode.as_deref());
    let name = name.unwrap_or_default();
    let field = format!("{field}.maskImageConfig");
    let kind = match name.trim_start_matches("MASK_MODE_") {
        "FOREGROUND" => MaskKind::Subject,
        "BACKGROUND" => MaskKind::Background,
        "USER_PROVIDED" | "DEFAULT" | "" if image.is_some() => MaskKind::File,
        "USER_PROVIDED" | "DEFAULT" | "" => {
            return Err(Error::missing(
                format!(
                    "{}.referenceImage",
                    field.trim_end_matches(".maskImageConfig")
                ),
                "send the mask, or let maskMode be MASK_MODE_FOREGROUND or MASK_MODE_BACKGROUND",
            ));
        }
        "SEMANTIC" => {
            return Err(Error::new(
                ErrorKind::Unsupported,
                "no_semantic_masks",
                format!(
                    "{field}.maskMode: this server has no model that finds things by class; send a mask of your own, or use MASK_MODE_FOREGROUND or MASK_MODE_BACKGROUND."
                ),
            )
            .with_field(format!("{field}.maskMode")));
        }
        _ => {
            return Err(Error::invalid(
                "invalid_mask_mode",
                format!("{field}.maskMode"),
                name,
                "must be MASK_MODE_USER_PROVIDED, _FOREGROUND or _BACKGROUND",
            ));
        }
    };
    let dilation = config.and_then(|config| config.dilation).unwrap_or(0.0);
    if !(0.0..=1.0).contains(&dilation) {
        return Err(Error::invalid(
            "invalid_dilation",
            format!("{field}.dilation"),
            dilation,
            "must be a share of the picture's width, 0 to 1",
        ));
    }
    Ok(Place {
        kind,
        growth: (dilation * 1000.0).round() as u16,
    })
}

fn mode(parameters: &Parameters, masked: bool) -> Result<Mode, Error> {
    let config = parameters.edit_config.as_ref();
    let older = config.and_then(|config| config.edit_mode.as_deref());
    let name = parameters.edit_mode.as_deref().or(older);
    let name = name.unwrap_or_default();
    let word = name.to_ascii_uppercase();
    Ok(match word.trim_start_matches("EDIT_MODE_") {
        "" | "DEFAULT" if masked => Mode::Insertion,
        "" | "DEFAULT" | "STYLE" | "CONTROLLED_EDITING" => Mode::Default,
        "INPAINT_INSERTION" | "INPAINTING-INSERT" => Mode::Insertion,
        "INPAINT_REMOVAL" | "INPAINTING-REMOVE" => Mode::Removal,
        "OUTPAINT" | "OUTPAINTING" => Mode::Outpaint,
        "BGSWAP" | "PRODUCT_IMAGE" | "PRODUCT-IMAGE" => Mode::NewBackground,
        _ => {
            return Err(Error::invalid(
                "invalid_edit_mode",
                MODE,
                name,
                "must be one of EDIT_MODE_DEFAULT, _INPAINT_REMOVAL, _INPAINT_INSERTION, _OUTPAINT, _CONTROLLED_EDITING, _STYLE, _BGSWAP, _PRODUCT_IMAGE",
            ));
        }
    })
}

/// The one instruction that a mask makes complete.
const REMOVE: &str = "remove the masked area";
/// Prompts that begin with one of these say what to do; others say what to show.
const VERBS: &[&str] = &[
    "add", "blur", "brighten", "change", "color", "colour", "darken", "delete", "draw", "erase",
    "fill", "give", "make", "move", "paint", "pixelate", "place", "put", "recolor", "recolour",
    "remove", "replace", "rotate", "set", "sharpen", "turn", "write",
];

fn instruction(mode: Mode, prompt: &str) -> String {
    let first = prompt.split_whitespace().next().unwrap_or_default();
    let commands = VERBS.contains(&first.to_ascii_lowercase().as_str());
    match mode {
        Mode::Removal | Mode::Outpaint => REMOVE.to_owned(),
        Mode::Insertion if prompt.is_empty() => REMOVE.to_owned(),
        Mode::Default => prompt.to_owned(),
        Mode::Insertion | Mode::NewBackground if commands => prompt.to_owned(),
        Mode::Insertion => format!("replace it with {prompt}"),
        Mode::NewBackground => format!("replace the background with {prompt}"),
    }
}

/// Returns the prompt with its "[2]" turned into words for the picture with that id.
fn named(prompt: &str, names: &[Option<(i128, usize)>]) -> String {
    const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
    let mut prompt = prompt.trim().to_owned();
    for (id, place) in names.iter().flatten() {
        let words = match ORDINALS.get(place - 1) {
            Some(ordinal) => format!("the {ordinal} image"),
            None => format!("image {place}"),
        };
        prompt = prompt.replace(&format!("[{id}]"), &words);
    }
    prompt
}

#[cfg(test)]
mod tests {
    use super::super::wire::Predict;
    use super::*;

    fn planned(json: &str) -> Result<Plan, Error> {
        let body: Predict = serde_json::from_str(json).unwrap();
        let instance = &body.instances.unwrap()[0];
        Ok(plan(instance, &body.parameters.unwrap_or_default())?.unwrap())
    }

    /// A request with a raw picture, and a mask of this mode, with or without a file.
    fn request(mode: &str, prompt: &str, mask: &str) -> String {
        format!(
            r#"{{"instances":[{{"prompt":"{prompt}","referenceImages":[{mask}
            {{"referenceType":"REFERENCE_TYPE_RAW","referenceId":1,"referenceImage":{{"bytesBase64Encoded":"AAAA"}}}}]}}],
            "parameters":{{"editMode":"EDIT_MODE_{mode}"}}}}"#
        )
    }

    fn mask(config: &str, file: bool) -> String {
        let file = if file {
            r#","referenceImage":{"bytesBase64Encoded":"BBBB"}"#
        } else {
            ""
        };
        format!(
            r#"{{"referenceType":"REFERENCE_TYPE_MASK","maskImageConfig":{{{config}}}{file}}},"#
        )
    }

    #[test]
    fn modes_become_instructions() {
        for (mode, prompt, masked, expected) in [
            ("INPAINT_REMOVAL", "the cat", true, REMOVE),
            ("OUTPAINT", "a meadow", true, REMOVE),
            ("INPAINT_INSERTION", "a cat", true, "replace it with a cat"),
            ("INPAINT_INSERTION", "Paint it red", true, "Paint it red"),
            ("INPAINT_INSERTION", "", true, REMOVE),
            ("DEFAULT", "a cat", true, "replace it with a cat"),
            ("DEFAULT", "make it blue", false, "make it blue"),
            (
                "STYLE",
                "a pencil drawing of [1]",
                false,
                "a pencil drawing of the first image",
            ),
            (
                "BGSWAP",
                "a beach",
                false,
                "replace the background with a beach",
            ),
            (
                "PRODUCT_IMAGE",
                "white marble",
                false,
                "replace the background with white marble",
            ),
        ] {
            let mask = if masked {
                mask("", true)
            } else {
                String::new()
            };
            let plan = planned(&request(mode, prompt, &mask)).unwrap();
            assert_eq!(plan.instruction, expected, "{mode} {prompt}");
            assert_eq!(plan.pictures.len(), 1 + usize::from(masked));
            assert!(plan.pictures[0].field.contains("referenceImages["));
        }
    }

    #[test]
    fn masks_are_files_or_cut_out() {
        let kind = |config: &str, file| {
            let json = request("INPAINT_REMOVAL", "", &mask(config, file));
            planned(&json).map(|plan| (plan.mask.unwrap(), plan.pictures.len()))
        };
        let place = |kind, growth| Place { kind, growth };
        let cases = [
            ("", true, place(MaskKind::File, 0), 2),
            (
                r#""maskMode":"MASK_MODE_USER_PROVIDED","dilation":0.03"#,
                true,
                place(MaskKind::File, 30),
                2,
            ),
            (
                r#""maskMode":"MASK_MODE_FOREGROUND""#,
                false,
                place(MaskKind::Subject, 0),
                1,
            ),
            (
                r#""mask_mode":"MASK_MODE_BACKGROUND""#,
                true,
                place(MaskKind::Background, 0),
                1,
            ),
        ];
        for (config, file, expected, pictures) in cases {
            assert_eq!(
                kind(config, file).unwrap(),
                (expected, pictures),
                "{config}"
            );
        }
        for (config, field) in [
            ("", "referenceImage"),
            (
                r#""maskMode":"MASK_MODE_SEMANTIC""#,
                "maskImageConfig.maskMode",
            ),
            (r#""maskMode":"BY_MAGIC""#, "maskImageConfig.maskMode"),
            (
                r#""maskMode":"MASK_MODE_FOREGROUND","dilation":1.5"#,
                "maskImageConfig.dilation",
            ),
        ] {
            let error = kind(config, false).unwrap_err();
            let expected = format!("instances[0].referenceImages[0].{field}");
            assert_eq!(error.field.as_deref(), Some(&*expected), "{config}");
        }
    }
}
