//! Permissions that travel in links: whoever holds one may do one thing in somebody's name, for a time and without a key.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use plantain_core::{Error, ErrorKind};
use sha2::Sha256;

use crate::Server;

/// A permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// In whose name.
    pub owner: String,
    /// What it is about: the id of a file or of a task.
    pub subject: String,
    /// Unix seconds at which it ends.
    pub expires_s: i64,
}

/// Returns the ticket as text that fits into a path. It is good for `purpose` only.
pub fn write(server: &Server, purpose: &str, ticket: &Ticket) -> String {
    let Ticket {
        owner,
        subject,
        expires_s,
    } = ticket;
    let text = format!("{expires_s}\n{owner}\n{subject}");
    let seal = mac(server, purpose, text.as_bytes())
        .finalize()
        .into_bytes();
    let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    format!("{}.{}", encode(text.as_bytes()), encode(&seal))
}

/// Returns the ticket in a text.
///
/// # Errors
/// Unknown for text that [`write`] did not write for this purpose, and for what has expired.
pub fn read(server: &Server, purpose: &str, text: &str) -> Result<Ticket, Error> {
    let (payload, seal) = text.split_once('.').ok_or_else(unknown)?;
    let payload = URL_SAFE_NO_PAD.decode(payload).map_err(|_| unknown())?;
    let seal = URL_SAFE_NO_PAD.decode(seal).map_err(|_| unknown())?;
    mac(server, purpose, &payload)
        .verify_slice(&seal)
        .map_err(|_| unknown())?;
    let payload = String::from_utf8(payload).map_err(|_| unknown())?;
    let mut parts = payload.splitn(3, '\n');
    let mut part = || parts.next().ok_or_else(unknown);
    let ticket = Ticket {
        expires_s: part()?.parse().map_err(|_| unknown())?,
        owner: part()?.to_owned(),
        subject: part()?.to_owned(),
    };
    if server.app.world.now_ms() / 1000 >= ticket.expires_s {
        let message = "The link has expired; ask for a new one.";
        return Err(Error::new(ErrorKind::NotFound, "link_expired", message));
    }
    Ok(ticket)
}

fn mac(server: &Server, purpose: &str, text: &[u8]) -> Hmac<Sha256> {
    let key = server
        .app
        .outputs
        .derived_secret(&format!("tickets\n{purpose}"));
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("HMAC takes keys of any length");
    mac.update(text);
    mac
}

fn unknown() -> Error {
    let message = "There is nothing behind this link, or it is damaged; use it exactly as it was given, or ask for a new one.";
    Error::new(ErrorKind::NotFound, "unknown_link", message)
}
