//! What travels on `:predict`. The names are those of the Vertex SDKs' converters.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::body::Whole;
use crate::json;

/// A request to Imagen. Unknown fields are ignored.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = ImagenPredict)]
pub struct Predict {
    /// Exactly one.
    pub instances: Option<Vec<Instance>>,
    pub parameters: Option<Parameters>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object with a prompt")]
#[schema(as = ImagenInstance)]
pub struct Instance {
    pub prompt: Option<String>,
    /// The picture to be enlarged or changed.
    pub image: Option<Image>,
    /// Where the picture may change, in the older form.
    pub mask: Option<Mask>,
    #[serde(alias = "reference_images")]
    pub reference_images: Option<Vec<ReferenceImage>>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(
    rename_all = "camelCase",
    expecting = "an object with bytesBase64Encoded"
)]
#[schema(as = ImagenImage)]
pub struct Image {
    /// A PNG, JPEG or WebP file as base64, or a link to one.
    #[serde(alias = "bytes_base64_encoded")]
    pub bytes_base64_encoded: Option<String>,
    #[serde(alias = "gcs_uri")]
    pub gcs_uri: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with an image")]
#[schema(as = ImagenMask)]
pub struct Mask {
    pub image: Option<Image>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object with referenceType")]
#[schema(as = ImagenReferenceImage)]
pub struct ReferenceImage {
    /// REFERENCE_TYPE_RAW, _MASK, _STYLE, _SUBJECT or _CONTROL.
    #[serde(alias = "reference_type")]
    pub reference_type: Option<String>,
    /// What the prompt calls the picture by, as in "[1]".
    #[serde(alias = "reference_id")]
    #[schema(value_type = Option<u32>)]
    pub reference_id: Option<Whole>,
    #[serde(alias = "reference_image")]
    pub reference_image: Option<Image>,
    #[serde(alias = "mask_image_config")]
    pub mask_image_config: Option<MaskImageConfig>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object with maskMode")]
#[schema(as = ImagenMaskImageConfig)]
pub struct MaskImageConfig {
    /// MASK_MODE_USER_PROVIDED, _FOREGROUND or _BACKGROUND.
    #[serde(alias = "mask_mode")]
    pub mask_mode: Option<String>,
    /// 0 to 1: how far the mask is grown, as a share of the picture's width.
    pub dilation: Option<f64>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object")]
#[schema(as = ImagenParameters)]
pub struct Parameters {
    #[serde(alias = "sample_count")]
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 10)]
    pub sample_count: Option<Whole>,
    #[serde(alias = "aspect_ratio")]
    pub aspect_ratio: Option<String>,
    /// 1K, 2K or 4K.
    #[serde(alias = "sample_image_size", alias = "imageSize")]
    pub sample_image_size: Option<String>,
    #[schema(value_type = Option<i64>)]
    pub seed: Option<Whole>,
    #[serde(alias = "negative_prompt")]
    pub negative_prompt: Option<String>,
    #[serde(alias = "person_generation")]
    pub person_generation: Option<String>,
    #[serde(alias = "output_options")]
    pub output_options: Option<OutputOptions>,
    #[serde(alias = "edit_mode")]
    pub edit_mode: Option<String>,
    #[serde(alias = "edit_config")]
    pub edit_config: Option<EditConfig>,
    /// upscale: enlarge the picture.
    pub mode: Option<String>,
    #[serde(alias = "upscale_config")]
    pub upscale_config: Option<UpscaleConfig>,
    #[serde(alias = "storage_uri")]
    pub storage_uri: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object with mimeType")]
#[schema(as = ImagenOutputOptions)]
pub struct OutputOptions {
    /// image/png (default), image/jpeg, image/webp, image/svg+xml or application/pdf.
    #[serde(alias = "mime_type")]
    pub mime_type: Option<String>,
    /// 1 to 100, for jpeg and webp.
    #[serde(alias = "compression_quality")]
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 100)]
    pub compression_quality: Option<Whole>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object")]
#[schema(as = ImagenEditConfig)]
pub struct EditConfig {
    /// The older place and spelling of the edit mode ("inpainting-remove").
    #[serde(alias = "edit_mode")]
    pub edit_mode: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object with upscaleFactor")]
#[schema(as = ImagenUpscaleConfig)]
pub struct UpscaleConfig {
    /// x2, x3 or x4.
    #[serde(alias = "upscale_factor")]
    pub upscale_factor: Option<String>,
}

/// The pictures.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImagenPredictions)]
pub struct Predictions<'a> {
    pub predictions: Vec<Prediction>,
    pub model: &'a str,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ImagenPrediction)]
pub struct Prediction {
    pub mime_type: &'static str,
    #[serde(serialize_with = "json::base64")]
    #[schema(value_type = String, content_encoding = "base64")]
    pub bytes_base64_encoded: Bytes,
}

/// What stands in the place of a picture that the policy refuses.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Filtered<'a> {
    pub rai_filtered_reason: &'a str,
}
