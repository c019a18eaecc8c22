//! What a picture's job is made of, and the hash that tells one from another.

use std::sync::Arc;

use plantain_core::{Background, Encoding, Error, ImageRequest, Seed, Subject};
use plantain_engine::{Capabilities, Engine, Job, JobSubject, Look, Note};
use plantain_image::{Native, pixel_hash};
use sha2::{Digest, Sha256};

use crate::cache::JobDigest;
use crate::{edit, look};

/// What a job is made of beside plain choices: decoded once, shared by every picture of the request.
pub(super) struct Material {
    subject: JobSubject,
    look: Look,
    pub native: Option<Arc<Native>>,
}

/// Makes the material; decodes what is encoded.
pub(super) fn material(
    request: &ImageRequest,
    engine: &dyn Engine,
) -> Result<(Material, Vec<Note>), Error> {
    let mut native = None;
    let (subject, notes) = match &request.subject {
        Subject::Prompt(prompt) => (JobSubject::Prompt(prompt.shared()), Vec::new()),
        Subject::Scene(scene) => (JobSubject::Scene(Arc::clone(scene)), Vec::new()),
        Subject::Edit(spec) => {
            let opened = edit::edit(spec, engine)?;
            native = opened.native;
            (JobSubject::Edit(Arc::new(opened.subject)), opened.notes)
        }
    };
    let look = look::look(&request.look)?;
    let material = Material {
        subject,
        look,
        native,
    };
    Ok((material, notes))
}

/// Returns the job of the picture at this place in the batch.
pub(super) fn job_for(request: &ImageRequest, material: &Material, seed: Seed, index: u8) -> Job {
    Job {
        subject: material.subject.clone(),
        size: request.size,
        format: request.encoding.format,
        quality: request.encoding.quality,
        letters: request.encoding.letters,
        transparent: match request.background {
            Background::Auto => None,
            Background::Opaque => Some(false),
            Background::Transparent => Some(true),
        },
        seed,
        index,
        strict: request.strict,
        filler: request.filler,
        look: material.look.clone(),
    }
}

/// Returns the hash of everything that the bytes of a picture depend on. The place in the batch is not among it.
pub(super) fn digest(
    can: &Capabilities,
    job: &Job,
    native: Option<&Native>,
    encoding: Encoding,
) -> JobDigest {
    let (kind, subject) = match &job.subject {
        JobSubject::Prompt(text) => ("prompt", text),
        JobSubject::Scene(text) => ("scene", text),
        JobSubject::Edit(edit) => ("edit", &edit.instruction),
    };
    // Debug text of plain values is a faithful spelling; each part is preceded by its length, so none can run into the next.
    let shape = format!(
        "{:?} {:?} {:?} {:?} {} {} {} {:?}",
        job.size,
        encoding,
        job.format,
        job.transparent,
        job.seed,
        job.strict,
        job.filler,
        job.look.brand
    );
    let logo = job.look.logo.as_deref().unwrap_or_default();
    let style = job.look.style_of.as_deref().unwrap_or_default();
    let mut hash = Sha256::new();
    for part in [can.name, can.version, kind, subject, &shape, style] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.update(logo);
    if let Some(native) = native {
        hash.update(native.digest());
    }
    if let JobSubject::Edit(edit) = &job.subject {
        for input in &edit.inputs {
            hash.update(pixel_hash(&input.pixels));
            let scene = input.scene_json.as_deref().unwrap_or_default();
            hash.update((scene.len() as u64).to_le_bytes());
            hash.update(scene);
        }
        if let Some(mask) = &edit.mask {
            hash.update(&mask.coverage);
        }
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use plantain_core::{Letters, OutputFormat, Prompt, Quality, SizeSpec, StyleSource};
    use plantain_testkit::TestEngine;

    use super::super::tests::request;
    use super::*;

    #[test]
    fn the_digest_sees_every_wish() {
        let engine = TestEngine::default();
        let mut base = request("a cat");
        base.seed = Some(Seed(1));
        let changes: [fn(&mut ImageRequest); 11] = [
            |r| r.subject = Subject::Prompt(Prompt::new("prompt", "a dog").unwrap()),
            |r| r.subject = Subject::Scene("a cat".into()),
            |r| r.size = SizeSpec::parse("size", "16:9").unwrap(),
            |r| r.encoding = OutputFormat::Webp.into(),
            |r| r.encoding.quality = Some(Quality::new("quality", 80).unwrap()),
            |r| r.background = Background::Transparent,
            |r| r.strict = true,
            |r| r.filler = false,
            |r| r.encoding.letters = Letters::Text,
            |r| r.look.brand = Some(Arc::default()),
            |r| r.look.style_of = Some(StyleSource::Scene("{}".into())),
        ];
        let digest_of = |request: &ImageRequest| {
            digest(
                engine.capabilities(),
                &job_for(request, &material(request, &engine).unwrap().0, Seed(1), 0),
                None,
                request.encoding,
            )
        };
        let mut seen = std::collections::BTreeSet::from([digest_of(&base)]);
        for change in changes {
            let mut other = base.clone();
            change(&mut other);
            assert!(seen.insert(digest_of(&other)), "{other:?}");
        }
        let other_seed = digest(
            engine.capabilities(),
            &job_for(&base, &material(&base, &engine).unwrap().0, Seed(2), 0),
            None,
            base.encoding,
        );
        assert!(seen.insert(other_seed));
        let other_place = digest(
            engine.capabilities(),
            &job_for(&base, &material(&base, &engine).unwrap().0, Seed(1), 5),
            None,
            base.encoding,
        );
        assert!(!seen.insert(other_place));
    }
}
