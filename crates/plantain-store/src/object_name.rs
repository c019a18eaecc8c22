//! Names of stored files: what they hold, and of which kind it is.

use std::cmp::Ordering;
use std::fmt::{self, Write};

use plantain_core::OutputFormat;

/// Length of a SHA-256 in hexadecimal.
const DIGEST_CHARS: usize = 64;

/// What a stored file is. It decides the extension of its name and the content type it is served with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ObjectKind {
    Png,
    Jpeg,
    Webp,
    Gif,
    Avif,
    Heic,
    Svg,
    Pdf,
    Json,
    /// JSON documents, one a line: batches and their results.
    Jsonl,
    Csv,
    Text,
    Ttf,
    Otf,
    Woff2,
    /// Bytes of which nothing is known.
    Binary,
}

impl ObjectKind {
    pub const ALL: [Self; 16] = [
        Self::Png,
        Self::Jpeg,
        Self::Webp,
        Self::Gif,
        Self::Avif,
        Self::Heic,
        Self::Svg,
        Self::Pdf,
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::Text,
        Self::Ttf,
        Self::Otf,
        Self::Woff2,
        Self::Binary,
    ];

    /// Returns the file extension, without a dot. Each kind has one of its own.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Avif => "avif",
            Self::Heic => "heic",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Text => "txt",
            Self::Ttf => "ttf",
            Self::Otf => "otf",
            Self::Woff2 => "woff2",
            Self::Binary => "bin",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Avif => "image/avif",
            Self::Heic => "image/heic",
            Self::Svg => "image/svg+xml",
            Self::Pdf => "application/pdf",
            Self::Json => "application/json",
            Self::Jsonl => "application/jsonl",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
            Self::Ttf => "font/ttf",
            Self::Otf => "font/otf",
            Self::Woff2 => "font/woff2",
            Self::Binary => "application/octet-stream",
        }
    }

    /// Returns the kind for a file extension without its dot, letter case ignored; none for one that is not ours.
    pub fn from_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        match extension.as_str() {
            "jpeg" => Some(Self::Jpeg),
            "heif" => Some(Self::Heic),
            _ => Self::with_extension(&extension),
        }
    }

    /// Returns the kind for a media type, parameters and letter case ignored; none for one that is not ours.
    pub fn from_media_type(media_type: &str) -> Option<Self> {
        let essence = |text: &str| text.split(';').next().unwrap_or("").trim().to_lowercase();
        let wanted = essence(media_type);
        match wanted.as_str() {
            "image/jpg" => Some(Self::Jpeg),
            "image/heif" => Some(Self::Heic),
            "application/x-ndjson" | "application/jsonlines" | "text/jsonl" => Some(Self::Jsonl),
            _ => Self::ALL
                .into_iter()
                .find(|kind| essence(kind.media_type()) == wanted),
        }
    }

    /// Returns the picture, document or font format that the first bytes of a file show.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        if let Some(format) = OutputFormat::sniff(bytes) {
            return Some(format.into());
        }
        let brand = (bytes.get(4..8) == Some(b"ftyp"))
            .then(|| bytes.get(8..12))
            .flatten();
        match (bytes, brand) {
            (_, Some(b"avif" | b"avis")) => Some(Self::Avif),
            (_, Some(b"heic" | b"heix" | b"mif1" | b"msf1" | b"hevc")) => Some(Self::Heic),
            ([b'G', b'I', b'F', b'8', ..], _) => Some(Self::Gif),
            ([b'w', b'O', b'F', b'2', ..], _) => Some(Self::Woff2),
            ([b'O', b'T', b'T', b'O', ..], _) => Some(Self::Otf),
            ([0, 1, 0, 0, ..] | [b't', b'r', b'u', b'e', ..], _) => Some(Self::Ttf),
            _ => None,
        }
    }

    /// Returns the format if the file can be an output.
    pub fn output_format(self) -> Option<OutputFormat> {
        OutputFormat::ALL
            .into_iter()
            .find(|format| Self::from(*format) == self)
    }

    fn with_extension(extension: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.extension() == extension)
    }
}

impl From<OutputFormat> for ObjectKind {
    fn from(format: OutputFormat) -> Self {
        match format {
            OutputFormat::Png => Self::Png,
            OutputFormat::Jpeg => Self::Jpeg,
            OutputFormat::Webp => Self::Webp,
            OutputFormat::Svg => Self::Svg,
            OutputFormat::Pdf => Self::Pdf,
        }
    }
}

/// The name of a stored file: the SHA-256 of its bytes and the extension of its kind ("9f86….png").
///
/// Names are ordered as their texts are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ObjectName {
    digest: String,
    kind: ObjectKind,
}

impl ObjectName {
    pub fn new(sha256: [u8; 32], kind: impl Into<ObjectKind>) -> Self {
        let mut digest = String::with_capacity(DIGEST_CHARS);
        for byte in sha256 {
            write!(digest, "{byte:02x}").expect("writing to a string cannot fail");
        }
        let kind = kind.into();
        Self { digest, kind }
    }

    /// Returns the name for text that [`ObjectName`] wrote; none for anything else, paths included.
    pub fn parse(text: &str) -> Option<Self> {
        let (digest, extension) = text.split_once('.')?;
        let lower_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if digest.len() != DIGEST_CHARS || !digest.bytes().all(lower_hex) {
            return None;
        }
        Some(Self {
            digest: digest.to_owned(),
            kind: ObjectKind::with_extension(extension)?,
        })
    }

    /// Returns the SHA-256 of the file, 64 lower-case hexadecimal digits.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    pub fn kind(&self) -> ObjectKind {
        self.kind
    }
}

impl fmt::Display for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.digest, self.kind.extension())
    }
}

impl Ord for ObjectName {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |name: &Self| name.kind.extension();
        (self.digest.as_str(), key(self)).cmp(&(other.digest.as_str(), key(other)))
    }
}

impl PartialOrd for ObjectName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_we_write_are_names() {
        for kind in ObjectKind::ALL {
            let name = ObjectName::new([0xab; 32], kind);
            assert_eq!(ObjectName::parse(&name.to_string()), Some(name));
        }
        let digest = "ab".repeat(32);
        for bad in [
            "",
            ".png",
            "../../etc/passwd",
            &digest,
            &format!("{digest}.exe"),
            &format!("{digest}.jpeg"),
            &format!("{digest}.PNG"),
            &format!("{digest}.png/.."),
            &format!("{}.png", digest.to_uppercase()),
            &format!("{digest}0.png"),
        ] {
            assert_eq!(ObjectName::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn names_are_ordered_as_texts() {
        let mut names: Vec<_> = ObjectKind::ALL
            .into_iter()
            .flat_map(|kind| {
                [
                    ObjectName::new([2; 32], kind),
                    ObjectName::new([1; 32], kind),
                ]
            })
            .collect();
        names.sort();
        let texts: Vec<_> = names.iter().map(ToString::to_string).collect();
        assert!(texts.is_sorted(), "{texts:?}");
    }

    #[test]
    fn extensions_and_media_types_lead_back() {
        for kind in ObjectKind::ALL {
            assert_eq!(ObjectKind::from_extension(kind.extension()), Some(kind));
            let upper = kind.media_type().to_ascii_uppercase();
            assert_eq!(ObjectKind::from_media_type(&upper), Some(kind));
        }
        for format in OutputFormat::ALL {
            let kind = ObjectKind::from(format);
            assert_eq!(kind.output_format(), Some(format));
            assert_eq!(kind.media_type(), format.media_type());
            assert_eq!(kind.extension(), format.extension());
        }
        assert_eq!(ObjectKind::from_extension("exe"), None);
        assert_eq!(ObjectKind::from_media_type("text/html"), None);
        assert_eq!(ObjectKind::Jsonl.output_format(), None);
    }

    #[test]
    fn first_bytes_tell_the_kind() {
        let cases: [(&[u8], Option<ObjectKind>); 8] = [
            (b"\x89PNG\r\n\x1a\n", Some(ObjectKind::Png)),
            (b"GIF89a", Some(ObjectKind::Gif)),
            (b"\0\0\0\x18ftypheic", Some(ObjectKind::Heic)),
            (b"\0\0\0\x18ftypavif", Some(ObjectKind::Avif)),
            (b"\0\x01\0\0\0\x0c", Some(ObjectKind::Ttf)),
            (b"wOF2", Some(ObjectKind::Woff2)),
            (b"{\"custom_id\": 1}", None),
            (b"", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(ObjectKind::sniff(bytes), expected, "{bytes:?}");
        }
    }
}
