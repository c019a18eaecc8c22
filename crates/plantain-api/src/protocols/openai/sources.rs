//! Pictures as OpenAI's clients name them: sent along, behind a link, uploaded before, or drawn in an earlier turn.

use std::sync::Arc;

use plantain_core::{Error, ErrorKind, PICTURES_MAX, PictureFile};
use plantain_store::ObjectName;

use super::{files, responses};
use crate::Server;
use crate::pictures::{self, PictureRef};

/// A picture that a request speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file that came along, or a link.
    Picture(PictureRef),
    /// An uploaded file, by its id.
    File { field: String, id: String },
    /// A picture that was drawn in an earlier turn, by the id of the call.
    Call { field: String, id: String },
    /// A picture that this server keeps.
    Kept { field: String, name: ObjectName },
}

impl Source {
    fn field(&self) -> &str {
        match self {
            Self::Picture(picture) => &picture.field,
            Self::File { field, .. } | Self::Call { field, .. } | Self::Kept { field, .. } => field,
        }
    }

    /// Returns the picture that an object names, by exactly one of a link or data URL and the id of a file.
    pub fn of_object(field: String, url: Option<&str>, id: Option<&str>) -> Result<Self, Error> {
        match (url, id) {
            (Some(url), None) => {
                PictureRef::parse(format!("{field}.image_url"), url).map(Self::Picture)
            }
            (None, Some(id)) => Ok(Self::File {
                field: format!("{field}.file_id"),
                id: id.to_owned(),
            }),
            _ => Err(Error::invalid(
                "invalid_image",
                field,
                "an image",
                "must have exactly one of image_url and file_id",
            )),
        }
    }
}

/// Returns the pictures, in order. `owner` is who asks; what others keep is not there.
pub async fn open(
    server: &Server,
    owner: &str,
    sources: Vec<Source>,
) -> Result<Vec<PictureFile>, Error> {
    // Before any of them is read: a name is short and what it names is not.
    if let Some(first) = sources.first()
        && sources.len() > PICTURES_MAX
    {
        return Err(Error::invalid(
            "too_many_pictures",
            first.field().to_owned(),
            sources.len(),
            format_args!("must be one of at most {PICTURES_MAX} pictures"),
        ));
    }
    let mut found = Vec::with_capacity(sources.len());
    for source in sources {
        let (field, bytes) = match source {
            Source::Picture(picture) => {
                found.extend(pictures::open(server, vec![picture]).await?);
                continue;
            }
            Source::File { field, id } => {
                let file = files::content(server, owner, &id).await;
                let (_, bytes) = file.map_err(|error| error.with_field(field.clone()))?;
                (field, bytes)
            }
            Source::Call { field, id } => {
                let bytes = responses::call_picture(server, owner, &id).await;
                (
                    field.clone(),
                    bytes.map_err(|error| error.with_field(field))?,
                )
            }
            Source::Kept { field, name } => {
                let bytes = server.app.outputs.kept(&name).await?;
                let bytes = bytes.ok_or_else(|| gone().with_field(field.clone()))?;
                (field, bytes)
            }
        };
        found.push(PictureFile {
            field: field.into(),
            file: Arc::from(&bytes[..]),
        });
    }
    Ok(found)
}

/// The error for a picture that was drawn here and is not kept any more.
pub fn gone() -> Error {
    Error::new(
        ErrorKind::NotFound,
        "picture_gone",
        "The picture of that turn is not kept any more; send it along, as input_image or as the result of its image_generation_call.",
    )
}
