//! What every file says about its own making. It carries no time and no id: same job, same bytes.

use crate::{Capabilities, Job, JobSubject};

/// Key of the prompt.
pub const PROMPT: &str = "plantain:prompt";
/// Key of the instruction of an edit.
pub const INSTRUCTION: &str = "plantain:instruction";
/// Key of the seed, decimal.
pub const SEED: &str = "plantain:seed";
/// Key of the engine's name and version.
pub const ENGINE: &str = "plantain:engine";
/// Key of the SHA-256 of the decoded pixels, hexadecimal.
pub const PIXELS_SHA256: &str = "plantain:pixels-sha256";

/// Returns the fields that whoever encodes the picture writes into it, in order.
///
/// An engine that returns whole files writes them itself; pixels get them when they are encoded.
pub fn provenance(
    capabilities: &Capabilities,
    job: &Job,
    alt: &str,
    pixels_sha256: Option<&[u8; 32]>,
) -> Vec<(String, String)> {
    let engine = format!("{} {}", capabilities.name, capabilities.version);
    let mut fields = vec![
        ("Description", alt.to_owned()),
        ("Software", format!("Plantain ({engine})")),
        (ENGINE, engine),
        (SEED, job.seed.to_string()),
    ];
    match &job.subject {
        JobSubject::Prompt(prompt) => fields.push((PROMPT, prompt.to_string())),
        JobSubject::Edit(edit) => fields.push((INSTRUCTION, edit.instruction.to_string())),
        JobSubject::Scene(_) => {}
    }
    if let Some(hash) = pixels_sha256 {
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        fields.push((PIXELS_SHA256, hash));
    }
    let owned = |(key, value): (&str, String)| (key.to_owned(), value);
    fields.into_iter().map(owned).collect()
}
