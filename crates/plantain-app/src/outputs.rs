//! Finished pictures that can be fetched: stored by content, reached by signed links that expire.

use std::ops::Range;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use plantain_core::{Error, ErrorKind};
use plantain_store::{
    Durability, ObjectKind, ObjectName, ObjectReader, ObjectStat, Objects, Upload,
};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Path under which links lead to outputs.
pub const OUTPUT_PATH: &str = "/o";

/// How links are made.
#[derive(Debug, Clone)]
pub struct OutputsConfig {
    /// What links are signed with. Whoever has it can read every output.
    pub link_secret: [u8; 32],
    /// How long a link works, seconds.
    pub link_ttl_s: i64,
}

/// Stores pictures and hands out links to them.
pub struct Outputs {
    objects: Arc<dyn Objects>,
    config: OutputsConfig,
}

/// A link to an output, without scheme and host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Path from the root, with signature.
    pub path: String,
    /// Unix seconds at which it ends.
    pub expires_s: i64,
}

/// The parts of a link's path, as they came from outside.
#[derive(Debug, Clone, Copy)]
pub struct LinkParts<'a> {
    pub expires: &'a str,
    pub signature: &'a str,
    pub name: &'a str,
}

impl Outputs {
    pub fn new(objects: Arc<dyn Objects>, config: OutputsConfig) -> Self {
        Self { objects, config }
    }

    /// Stores a file and returns the name by which [`Outputs::kept`] finds it; no link leads to it.
    pub async fn keep(
        &self,
        bytes: Bytes,
        kind: impl Into<ObjectKind>,
        durability: Durability,
    ) -> Result<ObjectName, Error> {
        let name = ObjectName::new(Sha256::digest(&bytes).into(), kind);
        self.objects.put(&name, bytes, durability).await?;
        Ok(name)
    }

    /// Returns a stored file; none if it is not kept any more.
    pub async fn kept(&self, name: &ObjectName) -> Result<Option<Bytes>, Error> {
        Ok(self.objects.get(name).await?)
    }

    /// Returns a secret for another purpose, made from the one that links are signed with.
    pub fn derived_secret(&self, purpose: &str) -> [u8; 32] {
        derive(&self.config.link_secret, purpose)
    }

    /// Whether a file is kept.
    pub async fn is_kept(&self, name: &ObjectName) -> Result<bool, Error> {
        Ok(self.objects.stat(name).await?.is_some())
    }

    /// Stores a file whose name is known.
    pub async fn put_named(
        &self,
        name: &ObjectName,
        bytes: Bytes,
        durability: Durability,
    ) -> Result<(), Error> {
        Ok(self.objects.put(name, bytes, durability).await?)
    }

    /// Returns a file by the name that a task remembers.
    pub async fn get_named(&self, name: &str) -> Result<Bytes, Error> {
        let gone = || {
            Error::new(
                ErrorKind::NotFound,
                "output_gone",
                "The file was removed in the meantime, as the server's retention says; ask for the picture again.",
            )
            .with_detail(name)
        };
        let name = ObjectName::parse(name).ok_or_else(gone)?;
        self.objects.get(&name).await?.ok_or_else(gone)
    }

    /// Begins to store a file that comes in pieces, `size_bytes_max` bytes at most.
    pub async fn upload(
        &self,
        kind: ObjectKind,
        size_bytes_max: u64,
    ) -> Result<Box<dyn Upload>, Error> {
        let upload = self.objects.upload(kind, size_bytes_max, Durability::Disk);
        Ok(upload.await?)
    }

    /// Opens a stored file, or a part that lies inside it, to be read piece by piece; none if it is not kept any more.
    pub async fn read(
        &self,
        name: &ObjectName,
        range: Option<Range<u64>>,
    ) -> Result<Option<ObjectReader>, Error> {
        Ok(self.objects.read(name, range).await?)
    }

    /// Returns what is known of a stored file; none if it is not kept any more.
    pub async fn stat(&self, name: &ObjectName) -> Result<Option<ObjectStat>, Error> {
        Ok(self.objects.stat(name).await?)
    }

    /// Returns a link to a stored file.
    pub fn link(&self, name: &ObjectName, now_ms: i64) -> Link {
        let expires_s = now_ms / 1000 + self.config.link_ttl_s;
        let signature = URL_SAFE_NO_PAD.encode(self.sign(name, expires_s));
        Link {
            path: format!("{OUTPUT_PATH}/{expires_s}/{signature}/{name}"),
            expires_s,
        }
    }

    /// Returns the output behind a link, whole.
    pub async fn open(&self, link: LinkParts<'_>, now_ms: i64) -> Result<Bytes, Error> {
        let name = self.check(link, now_ms)?;
        self.objects.get(&name).await?.ok_or_else(Self::unknown)
    }

    /// Returns what a link leads to, which may be gone.
    pub fn check(&self, link: LinkParts<'_>, now_ms: i64) -> Result<ObjectName, Error> {
        let unknown = Self::unknown;
        let name = ObjectName::parse(link.name).ok_or_else(unknown)?;
        let expires_s: i64 = link.expires.parse().map_err(|_| unknown())?;
        let given = URL_SAFE_NO_PAD
            .decode(link.signature)
            .map_err(|_| unknown())?;
        if !bool::from(given.ct_eq(&self.sign(&name, expires_s))) {
            return Err(unknown());
        }
        if now_ms / 1000 >= expires_s {
            return Err(Error::new(
                ErrorKind::NotFound,
                "link_expired",
                "The link has expired; ask for the picture again.",
            ));
        }
        Ok(name)
    }

    /// Returns what is said of a link that leads nowhere.
    pub fn unknown() -> Error {
        Error::new(
            ErrorKind::NotFound,
            "unknown_output",
            "There is no such output any more, or the link is damaged; use the link exactly as it was given, or ask for the picture again.",
        )
    }

    fn sign(&self, name: &ObjectName, expires_s: i64) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.config.link_secret)
            .expect("HMAC takes keys of any length");
        mac.update(format!("output\n{name}\n{expires_s}").as_bytes());
        mac.finalize().into_bytes().into()
    }
}

/// Returns a secret for a purpose, made from the one that links are signed with.
pub fn derive(link_secret: &[u8; 32], purpose: &str) -> [u8; 32] {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(link_secret).expect("HMAC takes keys of any length");
    mac.update(format!("derived\n{purpose}").as_bytes());
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Picture;
    use crate::studio::picture;
    use plantain_objects::Memory;

    const NOW_MS: i64 = 1_800_000_000_000;

    fn outputs(secret: u8) -> Outputs {
        let config = OutputsConfig {
            link_secret: [secret; 32],
            link_ttl_s: 60,
        };
        Outputs::new(Arc::new(Memory::new()), config)
    }

    async fn publish(outputs: &Outputs, picture: &Picture) -> Link {
        let kept = outputs.keep(picture.bytes.clone(), picture.format, Durability::Soon);
        outputs.link(&kept.await.unwrap(), NOW_MS)
    }

    fn parts(link: &Link) -> [String; 3] {
        let mut parts = link.path.split('/').skip(2).map(str::to_owned);
        std::array::from_fn(|_| parts.next().expect("a link has three parts"))
    }

    fn parts_of<'a>(expires: &'a str, signature: &'a str, name: &'a str) -> LinkParts<'a> {
        LinkParts {
            expires,
            signature,
            name,
        }
    }

    #[tokio::test]
    async fn links_open_until_they_expire() {
        let outputs = outputs(1);
        let picture = picture(100);
        let link = publish(&outputs, &picture).await;
        assert_eq!(link.expires_s, NOW_MS / 1000 + 60);
        let [expires, signature, name] = parts(&link);
        let open = |now_ms| outputs.open(parts_of(&expires, &signature, &name), now_ms);
        assert_eq!(open(NOW_MS + 59_999).await.unwrap(), picture.bytes);
        assert_eq!(
            open(NOW_MS + 60_000).await.unwrap_err().code,
            "link_expired"
        );
    }

    #[tokio::test]
    async fn no_part_of_a_link_can_be_changed() {
        let ours = outputs(1);
        let theirs = outputs(2);
        let link = publish(&ours, &picture(100)).await;
        let foreign = theirs.link(&ObjectName::parse(&parts(&link)[2]).unwrap(), NOW_MS);
        let [expires, signature, name] = parts(&link);
        let other_name = name.replace(".png", ".webp");
        let later = "9999999999".to_owned();
        let empty = String::new();
        let cases = [
            [&later, &signature, &name],
            [&expires, &parts(&foreign)[1], &name],
            [&expires, &empty, &name],
            [&expires, &signature, &other_name],
            [&empty, &signature, &name],
        ];
        for [expires, signature, name] in cases {
            let link = parts_of(expires, signature, name);
            let error = ours.open(link, NOW_MS).await.unwrap_err();
            assert_eq!(error.code, "unknown_output", "{expires} {signature} {name}");
        }
    }
}
