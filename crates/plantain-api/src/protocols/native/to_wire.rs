//! Pictures → wire structs.

use plantain_app::{Drawn, EngineStamp, Link, Picture, Plan};
use plantain_core::Error;
use plantain_store::KeyRecord;
use serde_json::value::RawValue;

use super::wire;

/// Returns one picture, with a link or with its bytes.
pub fn image<'a>(
    picture: &'a Picture,
    link: Option<&(Link, String)>,
    include_scene: bool,
) -> Result<wire::Image<'a>, Error> {
    let scene = picture.scene_json.as_deref().filter(|_| include_scene);
    let (url_expires, url) = link
        .map(|(link, url)| (link.expires_s, url.clone()))
        .unzip();
    Ok(wire::Image {
        b64_json: url.is_none().then(|| picture.bytes.clone()),
        url,
        url_expires,
        width: picture.size.width(),
        height: picture.size.height(),
        format: picture.format.name(),
        media_type: picture.format.media_type(),
        size_bytes: picture.bytes.len(),
        seed: picture.seed.0,
        alt: &picture.alt,
        plan: &picture.plan,
        notes: notes(&picture.notes),
        scene: scene.map(raw).transpose()?,
        edit: picture.edit.as_ref().map(|edit| wire::Edit {
            located_by: edit.located_by.name().into(),
            confidence: edit.confidence,
            changed_fraction: edit.changed,
        }),
    })
}

pub fn plan(plan: &Plan) -> Result<wire::Planned<'_>, Error> {
    let planned = &plan.planned;
    Ok(wire::Planned {
        engine: engine(plan.engine),
        seed: plan.seed.0,
        width: planned.size.width(),
        height: planned.size.height(),
        scene: raw(&planned.scene_json)?,
        alt: &planned.alt,
        plan: &planned.plan,
        notes: notes(&planned.notes),
    })
}

pub fn timing(drawn: &Drawn) -> wire::Timing {
    // Microseconds are as fine as anybody can use.
    let ms = |duration: std::time::Duration| duration.as_micros() as f64 / 1000.0;
    wire::Timing {
        queued_ms: ms(drawn.timing.queued),
        run_ms: ms(drawn.timing.run),
        cached: drawn.timing.cached,
    }
}

pub fn engine(stamp: EngineStamp) -> wire::Engine {
    wire::Engine {
        name: stamp.name,
        version: stamp.version,
    }
}

pub fn key(record: KeyRecord, secret: Option<String>) -> wire::Key {
    wire::Key {
        id: record.id.to_string(),
        name: record.name,
        prefix: record.prefix,
        scopes: record.scopes.to_string(),
        created_ms: record.created_ms,
        expires_ms: record.expires_ms,
        revoked_ms: record.revoked_ms,
        tier: record.grant.tier,
        team: record.grant.team,
        policy: record.grant.policy,
        models: record.grant.models,
        tags: record.grant.tags,
        former_until_ms: record.former.map(|former| former.until_ms),
        key: secret,
    }
}

/// Says of a new key what it may do, for the audit log.
pub fn made(record: &KeyRecord) -> String {
    let tier = record.grant.tier.as_deref().unwrap_or("the default");
    format!("{}: scopes {}, tier {tier}", record.name, record.scopes)
}

fn notes(notes: &[plantain_engine::Note]) -> Vec<wire::Note<'_>> {
    notes
        .iter()
        .map(|note| wire::Note {
            code: &note.code,
            message: &note.message,
        })
        .collect()
}

fn raw(json: &str) -> Result<Box<RawValue>, Error> {
    RawValue::from_string(json.to_owned()).map_err(Error::internal)
}
