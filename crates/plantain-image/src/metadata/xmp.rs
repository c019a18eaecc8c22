//! XMP: metadata as XML, in a packet that can be found in any file.
//!
//! Ours is one `rdf:Description` with the standard properties that other programs show (title, description, alt text,
//! program), then every field in order, then the scene. Reading looks elements up by name and understands what we
//! write; from other programs' packets it takes the title and the description.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::deflated::{deflate, inflate};
use super::{DESCRIPTION, Metadata, SCENE_BYTES_MAX, SOFTWARE, TITLE, XMP_BYTES_MAX, clean};
use crate::{Format, ImageError, Result};

const PACKET_START: &str = "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
    <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
    <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">";
const RDF_END: &str = "</rdf:RDF>";
const PACKET_END: &str = "</rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
const OWN_START: &str = "<rdf:Description rdf:about=\"\" \
    xmlns:plantain=\"https://github.com/plantain-image/plantain/ns/1/\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
    xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\">";
const OWN_END: &str = "</rdf:Description>";
/// Longest scene as it stands in a packet: base64 of its zlib stream, which is never much longer than the scene.
const SCENE_BASE64_MAX: usize = SCENE_BYTES_MAX / 2 * 3;

/// Returns the metadata as an XMP packet, for formats that this crate does not write itself.
pub fn packet(metadata: &Metadata) -> Result<String> {
    let base = match &metadata.xmp {
        Some(packet) => Cow::Borrowed(packet.as_str()),
        None => Cow::Owned(format!("{PACKET_START}{PACKET_END}")),
    };
    let Some(at) = base.rfind(RDF_END) else {
        return Err(ImageError::internal(
            "writing XMP",
            "the packet has no end of rdf:RDF",
        ));
    };
    let mut out = String::with_capacity(base.len() + 1024);
    out.push_str(&base[..at]);
    push_own(&mut out, metadata)?;
    out.push_str(&base[at..]);
    Ok(out)
}

/// Returns whether our description can be added to the packet.
pub(super) fn is_extendable(packet: &str) -> bool {
    packet.contains(RDF_END)
}

fn push_own(out: &mut String, metadata: &Metadata) -> Result<()> {
    if metadata.fields.is_empty() && metadata.scene_json.is_none() {
        return Ok(());
    }
    out.push_str(OWN_START);
    for (key, element) in [
        (TITLE, "dc:title"),
        (DESCRIPTION, "dc:description"),
        (DESCRIPTION, "Iptc4xmpCore:AltTextAccessibility"),
    ] {
        if let Some(value) = metadata.get(key) {
            let value = escape(value);
            let entry =
                format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{value}</rdf:li></rdf:Alt>");
            push_element(out, element, &entry);
        }
    }
    if let Some(value) = metadata.get(SOFTWARE) {
        push_element(out, "xmp:CreatorTool", &escape(value));
    }
    if !metadata.fields.is_empty() {
        let mut entries = String::from("<rdf:Seq>");
        for (key, value) in &metadata.fields {
            entries.push_str("<rdf:li rdf:parseType=\"Resource\">");
            push_element(&mut entries, "plantain:name", &escape(key));
            push_element(&mut entries, "plantain:value", &escape(value));
            entries.push_str("</rdf:li>");
        }
        entries.push_str("</rdf:Seq>");
        push_element(out, "plantain:fields", &entries);
    }
    if let Some(scene) = &metadata.scene_json {
        let stream = deflate(clean(scene).as_bytes())?;
        push_element(out, "plantain:scene", &BASE64.encode(stream));
    }
    out.push_str(OWN_END);
    Ok(())
}

fn push_element(out: &mut String, name: &str, content: &str) {
    out.extend(["<", name, ">", content, "</", name, ">"]);
}

/// Returns the text of the first XMP packet in any file.
pub(super) fn find(bytes: &[u8]) -> Option<&str> {
    let start = memchr::memmem::find(bytes, b"<x:xmpmeta")?;
    let length = memchr::memmem::find(&bytes[start..], b"</x:xmpmeta>")? + "</x:xmpmeta>".len();
    std::str::from_utf8(&bytes[start..start + length]).ok()
}

/// Returns what a packet says. What another program wrote in it is kept whole under `xmp`.
pub(super) fn read(packet: &str) -> Result<Metadata> {
    ImageError::check_limit(
        "the bytes of the XMP packet",
        packet.len() as u64,
        XMP_BYTES_MAX as u64,
    )?;
    let mut metadata = Metadata::default();
    let mut rest = element(packet, "plantain:fields").map_or("", |(fields, _)| fields);
    while let Some((name, after)) = element(rest, "plantain:name") {
        let Some((value, after)) = element(after, "plantain:value") else {
            break;
        };
        metadata.push_read(unescape(name).into_owned(), unescape(value).into_owned())?;
        rest = after;
    }
    if metadata.fields.is_empty() {
        read_standard(packet, &mut metadata)?;
    }
    if let Some((scene, _)) = element(packet, "plantain:scene") {
        metadata.scene_json = Some(read_scene(scene)?);
    }
    metadata.xmp = foreign(packet);
    Ok(metadata)
}

fn read_standard(packet: &str, metadata: &mut Metadata) -> Result<()> {
    for (key, name) in [(TITLE, "dc:title"), (DESCRIPTION, "dc:description")] {
        let entry =
            element(packet, name).and_then(|(alternatives, _)| element(alternatives, "rdf:li"));
        if let Some((value, _)) = entry {
            metadata.push_read(key.to_owned(), unescape(value).into_owned())?;
        }
    }
    if let Some((value, _)) = element(packet, "xmp:CreatorTool") {
        metadata.push_read(SOFTWARE.to_owned(), unescape(value).into_owned())?;
    }
    Ok(())
}

fn read_scene(base64: &str) -> Result<String> {
    // XMP sits in WebP here, or in formats that this crate does not tell apart.
    let format = Format::Webp;
    ImageError::check_limit(
        "the bytes of the scene",
        base64.len() as u64,
        SCENE_BASE64_MAX as u64,
    )?;
    let stream = BASE64
        .decode(base64.trim())
        .map_err(|e| ImageError::damaged(format, format!("its scene is not base64: {e}")))?;
    inflate(&stream, "the bytes of the scene", SCENE_BYTES_MAX, format)
}

/// Returns the packet without our description; none if nothing is left that another program wrote.
fn foreign(packet: &str) -> Option<String> {
    let without = match packet.find(OWN_START) {
        Some(start) => {
            let length = packet[start..].find(OWN_END)? + OWN_END.len();
            Cow::Owned(format!("{}{}", &packet[..start], &packet[start + length..]))
        }
        None => Cow::Borrowed(packet),
    };
    // SVG and PDF packets are found without their outer marks.
    let (_, content) = without.split_once("<rdf:RDF")?;
    let (_, content) = content.split_once('>')?;
    let (content, _) = content.rsplit_once(RDF_END)?;
    (!content.trim().is_empty()).then(|| without.into_owned())
}

/// Returns the content of the first element of this name, and what follows it.
pub(super) fn element<'a>(xml: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let mut from = 0;
    loop {
        let start = from + xml[from..].find(&format!("<{name}"))? + 1 + name.len();
        from = start;
        let attributes = xml[start..].split('>').next()?;
        // A longer name that starts alike, or an element without content.
        if !attributes.starts_with([' ', '\t', '\n', '\r']) && !attributes.is_empty()
            || attributes.ends_with('/')
        {
            continue;
        }
        let content = xml[start..].get(attributes.len() + 1..)?;
        let end = content.find(&format!("</{name}>"))?;
        return Some((&content[..end], &content[end + name.len() + 3..]));
    }
}

/// Returns the text as XML character data.
fn escape(text: &str) -> String {
    let text = clean(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // XML readers turn a bare carriage return into a line feed.
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out
}

/// Returns XML character data as text; what is no entity stays as it is.
pub(super) fn unescape(xml: &str) -> Cow<'_, str> {
    if !xml.contains('&') {
        return xml.into();
    }
    let mut out = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest.find(';').map(|end| &rest[1..end]);
        match entity.and_then(entity_char) {
            Some(c) => {
                out.push(c);
                rest = &rest[entity.map_or(0, str::len) + 2..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out.into()
}

fn entity_char(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
