//! What an edit is made of, from JSON or from a form: fields, pictures and a mask.

use plantain_core::Error;
use serde::de::DeserializeOwned;

use super::wire::Request;
use crate::body::{Payload, parse};
use crate::form::Form;
use crate::pictures::PictureRef;

/// Fields that are numbers, switches or objects; forms know only text.
const PLAIN: [&str; 9] = [
    "count",
    "seed",
    "quality",
    "strict",
    "filler",
    "include_scene",
    "mask_shapes",
    "brand",
    "parent_image",
];

/// Fields with the pictures that came with them.
pub struct Parts<T> {
    pub body: T,
    /// The field `image`, or a form's first file of that name.
    pub image: Option<PictureRef>,
    /// The field `images`, and a form's further files.
    pub images: Vec<PictureRef>,
    pub mask: Option<PictureRef>,
}

impl<T: DeserializeOwned> Parts<T> {
    /// Reads a body; `drawing` says which of its fields are those of pictures.
    pub fn read(payload: Payload, drawing: impl Fn(&T) -> &Request) -> Result<Self, Error> {
        let (body, form) = match payload {
            Payload::Json(bytes) => (parse::<T>(&bytes)?, Form::default()),
            Payload::Form(form) => {
                let fields = form.fields(&PLAIN, &["images"])?;
                (parse(fields.to_string().as_bytes())?, form)
            }
        };
        let files = |name| {
            let files = form.files(name).into_iter();
            files.map(|(field, bytes)| PictureRef::file(field, &bytes))
        };
        let request = drawing(&body);
        let inline = request.image.as_deref();
        let inline = inline.map(|image| PictureRef::parse("image", image));
        let mut sent = files("image").chain(inline.transpose()?);
        let image = sent.next();
        let mut images: Vec<_> = sent.chain(files("images")).collect();
        for (index, image) in request.images.iter().flatten().enumerate() {
            images.push(PictureRef::parse(format!("images[{index}]"), image)?);
        }
        let inline = request.mask.as_deref();
        let inline = inline.map(|mask| PictureRef::parse("mask", mask));
        let mask = files("mask").next().or(inline.transpose()?);
        Ok(Self {
            body,
            image,
            images,
            mask,
        })
    }
}
