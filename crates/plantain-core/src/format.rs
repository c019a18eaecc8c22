//! Output formats and how they are written.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// File format of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum OutputFormat {
    #[default]
    Png,
    Jpeg,
    Webp,
    Svg,
    Pdf,
}

impl OutputFormat {
    pub const ALL: [Self; 5] = [Self::Png, Self::Jpeg, Self::Webp, Self::Svg, Self::Pdf];

    /// Returns the canonical word ("png", "jpeg", …).
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Webp => "webp",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }

    /// Returns the usual file extension, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            other => other.name(),
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Svg => "image/svg+xml",
            Self::Pdf => "application/pdf",
        }
    }

    /// Whether outputs are drawing instructions, not pixels.
    pub fn is_vector(self) -> bool {
        matches!(self, Self::Svg | Self::Pdf)
    }

    /// Whether pixels can be see-through.
    pub fn has_alpha(self) -> bool {
        !matches!(self, Self::Jpeg)
    }

    /// Whether a quality from 1 to 100 means anything.
    pub fn has_quality(self) -> bool {
        matches!(self, Self::Jpeg | Self::Webp)
    }

    /// Returns the format for a file extension or a media type, letter case ignored.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        Some(match name.as_str() {
            "png" | "image/png" => Self::Png,
            "jpg" | "jpeg" | "image/jpeg" | "image/jpg" => Self::Jpeg,
            "webp" | "image/webp" => Self::Webp,
            "svg" | "image/svg+xml" => Self::Svg,
            "pdf" | "application/pdf" => Self::Pdf,
            _ => return None,
        })
    }

    /// Returns the format, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        Self::from_name(name).ok_or_else(|| {
            Error::invalid(
                "invalid_format",
                field,
                name,
                "must be one of png, jpeg, webp, svg, pdf",
            )
        })
    }

    /// Returns the format that the first bytes of a file show, if they are one of ours.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else if bytes.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else {
            let head = &bytes[..bytes.len().min(512)];
            let svg = head.windows(4).any(|window| window == b"<svg");
            svg.then_some(Self::Svg)
        }
    }
}

impl fmt::Display for OutputFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for OutputFormat {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::parse("format", name)
    }
}

/// Quality of a lossy encoding, 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quality(u8);

impl Quality {
    /// JPEG quality when the request is silent: text stays crisp.
    pub const JPEG_DEFAULT: Self = Self(92);

    /// Returns the quality, or an error that names `field` when it is outside 1 to 100.
    pub fn new(field: &'static str, quality: i64) -> Result<Self, Error> {
        match u8::try_from(quality) {
            Ok(quality @ 1..=100) => Ok(Self(quality)),
            _ => Err(Error::invalid(
                "invalid_quality",
                field,
                quality,
                "must be a whole number from 1 to 100",
            )),
        }
    }

    pub fn get(self) -> u8 {
        self.0
    }
}

/// How letters stand in an SVG. PDF always holds text, the other formats never do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Letters {
    /// As forms: the same in every program, with or without the fonts.
    #[default]
    Outlines,
    /// As text that can be selected, searched and changed, with the fonts embedded.
    Text,
}

impl Letters {
    /// Returns the form of letters, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        Ok(match name {
            "outlines" => Self::Outlines,
            "text" => Self::Text,
            _ => {
                return Err(Error::invalid(
                    "invalid_letters",
                    field,
                    name,
                    "must be outlines or text",
                ));
            }
        })
    }
}

/// A format with its quality. WebP without a quality is lossless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Encoding {
    pub format: OutputFormat,
    pub quality: Option<Quality>,
    /// For SVG.
    pub letters: Letters,
}

impl From<OutputFormat> for Encoding {
    fn from(format: OutputFormat) -> Self {
        Self {
            format,
            ..Self::default()
        }
    }
}

/// What shows where nothing is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Background {
    /// The prompt and the engine decide; opaque unless the prompt asks for transparency.
    #[default]
    Auto,
    Opaque,
    Transparent,
}

impl Background {
    /// Returns the background, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        Ok(match name {
            "auto" => Self::Auto,
            "opaque" => Self::Opaque,
            "transparent" => Self::Transparent,
            _ => {
                return Err(Error::invalid(
                    "invalid_background",
                    field,
                    name,
                    "must be one of auto, opaque, transparent",
                ));
            }
        })
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Opaque => "opaque",
            Self::Transparent => "transparent",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_media_types_and_extensions_lead_back() {
        for format in OutputFormat::ALL {
            for name in [format.name(), format.extension(), format.media_type()] {
                assert_eq!(OutputFormat::from_name(name), Some(format));
                assert_eq!(
                    OutputFormat::from_name(&name.to_ascii_uppercase()),
                    Some(format)
                );
            }
        }
        let error = OutputFormat::parse("output_format", "gif").unwrap_err();
        assert_eq!(error.field.as_deref(), Some("output_format"));
        assert!(error.message.contains("png, jpeg, webp, svg, pdf"));
    }

    #[test]
    fn first_bytes_tell_the_format() {
        let cases: [(&[u8], Option<OutputFormat>); 7] = [
            (b"\x89PNG\r\n\x1a\n....", Some(OutputFormat::Png)),
            (b"\xff\xd8\xff\xe0", Some(OutputFormat::Jpeg)),
            (b"RIFF\0\0\0\0WEBPVP8L", Some(OutputFormat::Webp)),
            (
                b"<?xml version=\"1.0\"?><svg xmlns",
                Some(OutputFormat::Svg),
            ),
            (b"%PDF-1.7", Some(OutputFormat::Pdf)),
            (b"GIF89a", None),
            (b"", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(OutputFormat::sniff(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn quality_has_bounds() {
        assert!(Quality::new("q", 0).is_err());
        assert!(Quality::new("q", 101).is_err());
        assert_eq!(Quality::new("q", 100).unwrap().get(), 100);
    }
}
