//! Formats, told by their first bytes: declared types are hints, bytes are facts.

use std::fmt;

use crate::{ImageError, Result};

/// A raster format that is both read and written here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Portable Network Graphics.
    Png,
    /// JPEG (JFIF or Exif).
    Jpeg,
    /// WebP, lossless or lossy.
    Webp,
}

impl Format {
    /// Returns the media type, such as `image/png`.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }

    /// Returns the usual file extension, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
        }
    }

    /// Tells the format by its first bytes; names the real format in the error when it is one that is not read.
    pub fn sniff(bytes: &[u8]) -> Result<Self> {
        if bytes.starts_with(PNG_SIGNATURE) {
            return Ok(Self::Png);
        }
        if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
            return Ok(Self::Jpeg);
        }
        if bytes.len() >= 12 && bytes.starts_with(b"RIFF") && &bytes[8..12] == b"WEBP" {
            return Ok(Self::Webp);
        }
        if let Some(format) = other_format(bytes) {
            return Err(ImageError::UnsupportedFormat { format });
        }
        Err(ImageError::NotAPicture {
            found: describe_start(bytes),
        })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Webp => "WebP",
        })
    }
}

pub(crate) const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Names the picture formats that people send and that are refused, so that the refusal says why.
fn other_format(bytes: &[u8]) -> Option<&'static str> {
    if bytes.len() >= 12 && &bytes[4..8] == b"ftyp" {
        return Some(match &bytes[8..12] {
            b"avif" | b"avis" => "AVIF",
            b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" => "HEIC",
            _ => "ISO media (video)",
        });
    }
    const STARTS: [(&[u8], &str); 10] = [
        (b"GIF87a", "GIF"),
        (b"GIF89a", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"%PDF-", "PDF"),
        (b"\xFF\x0A", "JPEG XL"),
        (b"\0\0\0\x0CJXL ", "JPEG XL"),
        (b"8BPS", "Photoshop"),
        (b"\0\0\x01\0", "ICO"),
    ];
    let known = STARTS.iter().find(|(start, _)| bytes.starts_with(start));
    known
        .map(|(_, name)| *name)
        .or_else(|| is_svg(bytes).then_some("SVG"))
}

fn is_svg(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with("<svg") || (text.starts_with("<?xml") && text.contains("<svg"))
}

fn describe_start(bytes: &[u8]) -> String {
    if bytes.is_empty() {
        return "it is empty".to_owned();
    }
    let head: String = bytes.iter().take(8).map(|b| format!("{b:02x} ")).collect();
    format!("it starts with the bytes {}", head.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_bytes() {
        let check = |bytes: &[u8], expected: &str| {
            let got = match Format::sniff(bytes) {
                Ok(format) => format.to_string(),
                Err(ImageError::UnsupportedFormat { format }) => format!("not {format}"),
                Err(other) => other.to_string(),
            };
            assert_eq!(got, expected, "{bytes:02x?}");
        };
        check(b"\x89PNG\r\n\x1a\nrest", "PNG");
        check(b"\xFF\xD8\xFF\xE0", "JPEG");
        check(b"RIFF\0\0\0\0WEBPVP8L", "WebP");
        check(
            b"RIFF\0\0\0\0WAVE",
            "not a picture: it starts with the bytes 52 49 46 46 00 00 00 00; send PNG, JPEG or WebP",
        );
        check(b"\0\0\0\x18ftypheic\0\0\0\0", "not HEIC");
        check(b"\0\0\0\x18ftypavif\0\0\0\0", "not AVIF");
        check(b"GIF89a", "not GIF");
        check(b"<?xml version=\"1.0\"?>\n<svg xmlns=\"\"/>", "not SVG");
        check(b"  <svg/>", "not SVG");
        check(b"%PDF-1.7", "not PDF");
        check(b"", "not a picture: it is empty; send PNG, JPEG or WebP");
    }
}
