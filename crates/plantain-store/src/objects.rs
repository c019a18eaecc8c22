//! Stored files, found by what they hold.

use std::fmt;

use plantain_core::OutputFormat;

use crate::Reply;

/// Length of a SHA-256 in hexadecimal.
const DIGEST_CHARS: usize = 64;

/// The name of a stored file: the SHA-256 of its bytes and the extension of its format ("9f86….png").
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ObjectName {
    digest: String,
    format: OutputFormat,
}

impl ObjectName {
    pub fn new(sha256: [u8; 32], format: OutputFormat) -> Self {
        use fmt::Write;
        let mut digest = String::with_capacity(DIGEST_CHARS);
        for byte in sha256 {
            write!(digest, "{byte:02x}").expect("writing to a string cannot fail");
        }
        Self { digest, format }
    }

    /// Returns the name for text that [`ObjectName`] wrote; none for anything else, paths included.
    pub fn parse(text: &str) -> Option<Self> {
        let (digest, extension) = text.split_once('.')?;
        let lower_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if digest.len() != DIGEST_CHARS || !digest.bytes().all(lower_hex) {
            return None;
        }
        let format = OutputFormat::ALL
            .into_iter()
            .find(|format| format.extension() == extension)?;
        Some(Self {
            digest: digest.to_owned(),
            format,
        })
    }

    pub fn digest(&self) -> &str {
        &self.digest
    }

    pub fn format(&self) -> OutputFormat {
        self.format
    }
}

impl fmt::Display for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.digest, self.format.extension())
    }
}

/// Where files are kept.
pub trait Objects: Send + Sync {
    /// Stores a file. Storing the same name again changes nothing, since the name says what it holds.
    fn put<'a>(&'a self, name: &'a ObjectName, bytes: bytes::Bytes) -> Reply<'a, ()>;

    /// Returns the whole file, if it is there.
    fn get<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, Option<bytes::Bytes>>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_we_write_are_names() {
        for format in OutputFormat::ALL {
            let name = ObjectName::new([0xab; 32], format);
            assert_eq!(ObjectName::parse(&name.to_string()), Some(name));
        }
        let digest = "ab".repeat(32);
        for bad in [
            "",
            ".png",
            "../../etc/passwd",
            &digest,
            &format!("{digest}.exe"),
            &format!("{digest}.png/.."),
            &format!("{}.png", digest.to_uppercase()),
            &format!("{digest}0.png"),
        ] {
            assert_eq!(ObjectName::parse(bad), None, "{bad}");
        }
    }
}
