//! Requests as they are kept with their tasks: JSON, with every file beside it in the object store.
//!
//! The form is read again by later versions: fields are only added, and a field that is missing means what it meant
//! before there was one.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use plantain_core::{
    AspectRatio, Background, Brand, Count, EditSpec, Encoding, Error, ImageRequest, Letters, Logo,
    LookSpec, MaskReading, MaskShape, MaskSpec, ModelId, OutputFormat, PictureFile, PixelSize,
    PlannerChoice, Prompt, Quality, Rgb, SafetyWishes, Seed, SizeSpec, StyleSource, Subject, Tier,
};
use plantain_store::{ObjectKind, ObjectName};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Files that a request brought along, by the names they are stored under.
pub type Files = BTreeMap<String, Bytes>;

#[derive(Serialize, Deserialize)]
pub struct StoredRequest {
    model: String,
    subject: StoredSubject,
    #[serde(default, skip_serializing_if = "StoredSize::is_silent")]
    size: StoredSize,
    format: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quality: Option<u8>,
    #[serde(default, skip_serializing_if = "is_false")]
    text_letters: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    background: Option<String>,
    /// Always there: a task that is run again draws the same pictures.
    seed: u64,
    /// The client chose it, and may come again with it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub seed_chosen: bool,
    count: u8,
    #[serde(default, skip_serializing_if = "is_false")]
    strict: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    no_filler: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    brand: Option<StoredBrand>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    style_of: Option<StoredStyle>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    planner: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredSubject {
    Prompt(String),
    Scene(String),
    Edit {
        instruction: String,
        pictures: Vec<StoredFile>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mask: Option<StoredMask>,
    },
}

#[derive(Serialize, Deserialize)]
struct StoredFile {
    field: String,
    object: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredMask {
    File {
        file: StoredFile,
        reading: String,
    },
    Shapes(Vec<StoredShape>),
    Among,
    Subject,
    Background,
    Grown {
        mask: Box<StoredMask>,
        thousandths: u16,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredShape {
    Box(i32, i32, u32, u32),
    Polygon(Vec<(i32, i32)>),
    Point(i32, i32),
}

#[derive(Serialize, Deserialize, Default)]
struct StoredSize {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exact: Option<(u32, u32)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tier: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    aspect: Option<(u32, u32)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    default_tier: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct StoredBrand {
    primary: Option<[u8; 3]>,
    secondary: Option<[u8; 3]>,
    background: Option<[u8; 3]>,
    palette: Vec<[u8; 3]>,
    heading_font: Option<String>,
    body_font: Option<String>,
    logo: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredStyle {
    Scene(String),
    Picture(String),
}

fn is_false(value: &bool) -> bool {
    !value
}

impl StoredMask {
    fn object(&self) -> Option<&str> {
        match self {
            Self::File { file, .. } => Some(&file.object),
            Self::Grown { mask, .. } => mask.object(),
            Self::Shapes(_) | Self::Among | Self::Subject | Self::Background => None,
        }
    }
}

impl StoredSize {
    fn is_silent(&self) -> bool {
        self.exact.is_none()
            && self.tier.is_none()
            && self.aspect.is_none()
            && self.default_tier.is_none()
    }
}

/// Returns the request as it is kept, with `seed` settled, and the files that belong to it.
pub fn store(request: &ImageRequest, seed: Seed) -> (StoredRequest, Files) {
    let mut files = Files::new();
    let subject = match &request.subject {
        Subject::Prompt(prompt) => StoredSubject::Prompt(prompt.as_str().to_owned()),
        Subject::Scene(scene) => StoredSubject::Scene(scene.to_string()),
        Subject::Edit(edit) => StoredSubject::Edit {
            instruction: edit.instruction.as_str().to_owned(),
            pictures: edit
                .pictures
                .iter()
                .map(|file| put(&mut files, file))
                .collect(),
            mask: edit.mask.as_ref().map(|mask| store_mask(&mut files, mask)),
        },
    };
    let size = &request.size;
    let stored = StoredRequest {
        model: request.model.as_str().to_owned(),
        subject,
        size: StoredSize {
            exact: size.exact.map(|size| (size.width(), size.height())),
            tier: size.tier.map(|tier| tier.name().to_owned()),
            aspect: size.aspect.map(|ratio| (ratio.width(), ratio.height())),
            default_tier: size.default_tier.map(|tier| tier.name().to_owned()),
        },
        format: request.encoding.format.name().to_owned(),
        quality: request.encoding.quality.map(Quality::get),
        text_letters: request.encoding.letters == Letters::Text,
        background: match request.background {
            Background::Auto => None,
            other => Some(other.name().to_owned()),
        },
        seed: seed.0,
        seed_chosen: false,
        count: request.count.get(),
        strict: request.strict,
        no_filler: !request.filler,
        brand: request
            .look
            .brand
            .as_ref()
            .map(|brand| store_brand(&mut files, brand)),
        style_of: request.look.style_of.as_ref().map(|style| match style {
            StyleSource::Scene(scene) => StoredStyle::Scene(scene.to_string()),
            StyleSource::Picture(file) => StoredStyle::Picture(keep(&mut files, file)),
        }),
        planner: match request.planner {
            PlannerChoice::Default => None,
            PlannerChoice::Rules => Some("rules".into()),
            PlannerChoice::Chat => Some("llm".into()),
        },
    };
    (stored, files)
}

/// Adds a file and returns the name it is stored under.
fn keep(files: &mut Files, file: &Arc<[u8]>) -> String {
    let kind = OutputFormat::sniff(file).map_or(ObjectKind::Binary, ObjectKind::from);
    let name = ObjectName::new(Sha256::digest(file).into(), kind).to_string();
    files
        .entry(name.clone())
        .or_insert_with(|| Bytes::from_owner(Arc::clone(file)));
    name
}

fn put(files: &mut Files, file: &PictureFile) -> StoredFile {
    StoredFile {
        field: file.field.to_string(),
        object: keep(files, &file.file),
    }
}

fn store_mask(files: &mut Files, mask: &MaskSpec) -> StoredMask {
    match mask {
        MaskSpec::File { file, reading } => StoredMask::File {
            file: put(files, file),
            reading: reading.name().to_owned(),
        },
        MaskSpec::Shapes(shapes) => {
            let shapes = shapes.iter().map(|shape| match shape {
                MaskShape::Box {
                    x,
                    y,
                    width,
                    height,
                } => StoredShape::Box(*x, *y, *width, *height),
                MaskShape::Polygon(points) => StoredShape::Polygon(points.clone()),
                MaskShape::Point { x, y } => StoredShape::Point(*x, *y),
            });
            StoredMask::Shapes(shapes.collect())
        }
        MaskSpec::Among => StoredMask::Among,
        MaskSpec::Subject => StoredMask::Subject,
        MaskSpec::Background => StoredMask::Background,
        MaskSpec::Grown { mask, thousandths } => StoredMask::Grown {
            mask: Box::new(store_mask(files, mask)),
            thousandths: *thousandths,
        },
    }
}

fn store_brand(files: &mut Files, brand: &Brand) -> StoredBrand {
    StoredBrand {
        primary: brand.primary.map(|color| color.0),
        secondary: brand.secondary.map(|color| color.0),
        background: brand.background.map(|color| color.0),
        palette: brand.palette.iter().map(|color| color.0).collect(),
        heading_font: brand.heading_font.clone(),
        body_font: brand.body_font.clone(),
        logo: brand.logo.as_ref().map(|logo| keep(files, &logo.file)),
    }
}

impl StoredRequest {
    /// Returns the names of the files that belong to the request.
    pub fn objects(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        if let StoredSubject::Edit { pictures, mask, .. } = &self.subject {
            names.extend(pictures.iter().map(|file| file.object.as_str()));
            names.extend(mask.as_ref().and_then(StoredMask::object));
        }
        names.extend(self.brand.as_ref().and_then(|brand| brand.logo.as_deref()));
        if let Some(StoredStyle::Picture(object)) = &self.style_of {
            names.push(object);
        }
        names
    }

    /// Returns what to call the kind of work: "generate", "edit" or "render".
    pub fn operation(&self) -> &'static str {
        match self.subject {
            StoredSubject::Prompt(_) => "generate",
            StoredSubject::Scene(_) => "render",
            StoredSubject::Edit { .. } => "edit",
        }
    }

    /// Returns the prompt or the instruction; none for scenes.
    pub fn prompt(&self) -> Option<&str> {
        match &self.subject {
            StoredSubject::Prompt(prompt) => Some(prompt),
            StoredSubject::Scene(_) => None,
            StoredSubject::Edit { instruction, .. } => Some(instruction),
        }
    }

    /// Returns the request again. What was stored was checked once; an error means damage or a newer version's form.
    pub fn load(self, files: &Files) -> Result<ImageRequest, Error> {
        let subject = match self.subject {
            StoredSubject::Prompt(text) => Subject::Prompt(Prompt::new("prompt", text)?),
            StoredSubject::Scene(scene) => Subject::Scene(scene.into()),
            StoredSubject::Edit {
                instruction,
                pictures,
                mask,
            } => {
                let pictures = pictures.into_iter().map(|file| take(files, file));
                Subject::Edit(Arc::new(EditSpec {
                    instruction: Prompt::new("instruction", instruction)?,
                    pictures: pictures.collect::<Result<_, _>>()?,
                    mask: mask.map(|mask| load_mask(files, mask)).transpose()?,
                }))
            }
        };
        let tier = |name: Option<String>| name.and_then(|name| Tier::from_name(&name));
        let size = SizeSpec {
            exact: self
                .size
                .exact
                .map(|(width, height)| PixelSize::new("size", width.into(), height.into()))
                .transpose()?,
            tier: tier(self.size.tier),
            aspect: self
                .size
                .aspect
                .and_then(|(width, height)| AspectRatio::new(width, height)),
            default_tier: tier(self.size.default_tier),
        };
        let quality = self.quality.map(|q| Quality::new("quality", q.into()));
        let style_of = match self.style_of {
            Some(StoredStyle::Scene(scene)) => Some(StyleSource::Scene(scene.into())),
            Some(StoredStyle::Picture(object)) => {
                Some(StyleSource::Picture(bytes(files, &object)?))
            }
            None => None,
        };
        Ok(ImageRequest {
            model: ModelId::new("model", &self.model)?,
            subject,
            size,
            encoding: Encoding {
                format: OutputFormat::parse("format", &self.format)?,
                quality: quality.transpose()?,
                letters: if self.text_letters {
                    Letters::Text
                } else {
                    Letters::Outlines
                },
            },
            background: match self.background {
                Some(name) => Background::parse("background", &name)?,
                None => Background::Auto,
            },
            seed: Some(Seed(self.seed)),
            count: Count::new("count", self.count.into())?,
            strict: self.strict,
            filler: !self.no_filler,
            look: LookSpec {
                brand: self
                    .brand
                    .map(|brand| load_brand(files, brand).map(Arc::new))
                    .transpose()?,
                style_of,
            },
            planner: match self.planner {
                Some(name) => PlannerChoice::parse("planner", &name)?,
                None => PlannerChoice::Default,
            },
            // The policy has spoken before the task was stored.
            safety: SafetyWishes::default(),
        })
    }
}

fn bytes(files: &Files, object: &str) -> Result<Arc<[u8]>, Error> {
    let found = files.get(object);
    found
        .map(|bytes| Arc::from(&bytes[..]))
        .ok_or_else(|| Error::internal(format_args!("the stored file {object} is gone")))
}

fn take(files: &Files, file: StoredFile) -> Result<PictureFile, Error> {
    Ok(PictureFile {
        file: bytes(files, &file.object)?,
        field: file.field.into(),
    })
}

fn load_mask(files: &Files, mask: StoredMask) -> Result<MaskSpec, Error> {
    Ok(match mask {
        StoredMask::File { file, reading } => MaskSpec::File {
            file: take(files, file)?,
            reading: match reading.as_str() {
                // Some protocols mean it, and none has a word for it.
                "lit" => MaskReading::Lit,
                "marks" => MaskReading::Marks,
                other => MaskReading::parse("mask_mode", other)?,
            },
        },
        StoredMask::Shapes(shapes) => {
            let shapes = shapes.into_iter().map(|shape| match shape {
                StoredShape::Box(x, y, width, height) => MaskShape::Box {
                    x,
                    y,
                    width,
                    height,
                },
                StoredShape::Polygon(points) => MaskShape::Polygon(points),
                StoredShape::Point(x, y) => MaskShape::Point { x, y },
            });
            MaskSpec::Shapes(shapes.collect())
        }
        StoredMask::Among => MaskSpec::Among,
        StoredMask::Subject => MaskSpec::Subject,
        StoredMask::Background => MaskSpec::Background,
        StoredMask::Grown { mask, thousandths } => MaskSpec::Grown {
            mask: Box::new(load_mask(files, *mask)?),
            thousandths,
        },
    })
}

fn load_brand(files: &Files, brand: StoredBrand) -> Result<Brand, Error> {
    let logo = brand.logo.map(|object| bytes(files, &object));
    Ok(Brand {
        primary: brand.primary.map(Rgb),
        secondary: brand.secondary.map(Rgb),
        background: brand.background.map(Rgb),
        palette: brand.palette.into_iter().map(Rgb).collect(),
        heading_font: brand.heading_font,
        body_font: brand.body_font,
        logo: logo.transpose()?.map(|file| Logo { file }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(request: ImageRequest) {
        let (stored, files) = store(&request, Seed(7));
        let json = serde_json::to_string(&stored).unwrap();
        let again: StoredRequest = serde_json::from_str(&json).unwrap();
        let named = again.objects();
        assert!(named.iter().all(|name| files.contains_key(*name)), "{json}");
        let expected = ImageRequest {
            seed: Some(Seed(7)),
            ..request
        };
        assert_eq!(again.load(&files).unwrap(), expected, "{json}");
    }

    #[test]
    fn every_request_comes_back_as_it_was() {
        let prompt = |text: &str| Prompt::new("prompt", text).unwrap();
        let plain = || ImageRequest::new(ModelId::easel(), prompt("a \"pear\"\n\u{1f350}"));
        check(plain());
        let png: Arc<[u8]> = Arc::from(&b"\x89PNG\r\n\x1a\nrest"[..]);
        let picture = |field: &str| PictureFile {
            field: field.into(),
            file: Arc::clone(&png),
        };
        let masks = [
            None,
            Some(MaskSpec::Among),
            Some(MaskSpec::Subject),
            Some(MaskSpec::Background),
            Some(MaskSpec::Grown {
                mask: Box::new(MaskSpec::File {
                    file: picture("mask"),
                    reading: MaskReading::Lit,
                }),
                thousandths: 9,
            }),
            Some(MaskSpec::File {
                file: picture("mask"),
                reading: MaskReading::Black,
            }),
            Some(MaskSpec::Shapes(vec![
                MaskShape::Box {
                    x: -3,
                    y: 4,
                    width: 5,
                    height: 6,
                },
                MaskShape::Polygon(vec![(0, 0), (9, 0), (0, -9)]),
                MaskShape::Point { x: 1, y: 2 },
            ])),
        ];
        for mask in masks {
            let edit = EditSpec {
                instruction: prompt("make it blue"),
                pictures: vec![picture("images[0]"), picture("images[1]")],
                mask,
            };
            check(ImageRequest {
                subject: Subject::Edit(Arc::new(edit)),
                ..plain()
            });
        }
        let brand = Brand {
            primary: Some(Rgb([1, 2, 3])),
            palette: vec![Rgb([4, 5, 6])],
            body_font: Some("Inter".into()),
            logo: Some(Logo {
                file: Arc::from(&b"<svg/>"[..]),
            }),
            ..Brand::default()
        };
        check(ImageRequest {
            subject: Subject::Scene("{}".into()),
            size: SizeSpec {
                exact: Some(PixelSize::new("size", 1200, 630).unwrap()),
                tier: Some(Tier::K2),
                aspect: AspectRatio::new(21, 9),
                default_tier: Some(Tier::P512),
            },
            encoding: Encoding {
                format: OutputFormat::Webp,
                quality: Some(Quality::new("quality", 80).unwrap()),
                letters: Letters::Text,
            },
            background: Background::Transparent,
            count: Count::new("count", 4).unwrap(),
            strict: true,
            filler: false,
            look: LookSpec {
                brand: Some(Arc::new(brand)),
                style_of: Some(StyleSource::Picture(png)),
            },
            planner: PlannerChoice::Chat,
            ..plain()
        });
    }
}
