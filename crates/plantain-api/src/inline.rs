//! Pictures inside JSON: base64, bare or as a data URL.

use std::sync::Arc;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use plantain_core::{Error, ErrorKind};

/// Largest picture that a request may bring along, bytes.
pub const PICTURE_BYTES_MAX: usize = 50 << 20;

/// Clients leave the padding out at will.
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

/// Returns the bytes of a picture; the error names `field`.
pub fn picture(field: &str, text: &str) -> Result<Arc<[u8]>, Error> {
    let wrong = |message: String| {
        Error::new(
            ErrorKind::Invalid,
            "invalid_image",
            format!("{field}: {message}"),
        )
        .with_field(field.to_owned())
    };
    let data = match text.strip_prefix("data:") {
        Some(url) => url
            .split_once(";base64,")
            .map(|(_, data)| data)
            .ok_or_else(|| {
                wrong("a data URL must hold base64, as in data:image/png;base64,….".to_owned())
            })?,
        None => text,
    };
    let data: String = data.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    if data.len() / 4 * 3 > PICTURE_BYTES_MAX {
        let most = PICTURE_BYTES_MAX >> 20;
        return Err(wrong(format!(
            "a picture may have at most {most} MiB; send a smaller one."
        )));
    }
    let bytes = STANDARD.decode(&data).or_else(|_| URL_SAFE.decode(&data));
    match bytes {
        Ok(bytes) if !bytes.is_empty() => Ok(bytes.into()),
        _ => Err(wrong(
            "must be a picture file as base64, bare or as a data URL.".to_owned(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_comes_in_many_coats() {
        for text in [
            "iVBORw0KGg==",
            "iVBORw0KGg",
            "data:image/png;base64,iVBORw0KGg==",
            "iVBO\nRw0K Gg==",
        ] {
            assert_eq!(
                &*picture("style_of", text).unwrap(),
                b"\x89PNG\r\n\x1a",
                "{text}"
            );
        }
        assert_eq!(&*picture("style_of", "-_8").unwrap(), b"\xfb\xff");
        for text in [
            "",
            "data:image/png,x",
            "no base64!",
            "https://example.com/a.png",
        ] {
            let error = picture("style_of", text).unwrap_err();
            assert_eq!(error.field.as_deref(), Some("style_of"), "{text}");
        }
    }
}
