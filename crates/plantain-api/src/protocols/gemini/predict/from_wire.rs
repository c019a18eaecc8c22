//! Wire structs → requests.

use std::sync::Arc;

use plantain_core::{
    Background, Count, Error, ImageRequest, LookSpec, ModelId, PictureFile, PlannerChoice, Prompt,
    Subject,
};
use plantain_engine::Note;

use super::super::choices;
use super::edit::{self, Plan};
use super::wire::{Instance, OutputOptions, Parameters, Predict};
use crate::pictures::PictureRef;

const INSTANCES: &str = "instances";

/// A request before its pictures have been opened.
#[derive(Debug)]
pub struct Call {
    work: Work,
    parameters: Parameters,
    pub pictures: Vec<PictureRef>,
    unmet: Vec<Note>,
}

#[derive(Debug)]
enum Work {
    Draw(String),
    Edit(Plan),
}

/// A request with what concerns only its reply.
#[derive(Debug)]
pub struct Order {
    pub request: ImageRequest,
    pub unmet: Vec<Note>,
}

/// Returns what is asked for.
pub fn read(body: Predict) -> Result<Call, Error> {
    let instances = body.instances.unwrap_or_default();
    let [instance]: [Instance; 1] = instances.try_into().map_err(|many: Vec<_>| {
        if many.is_empty() {
            Error::missing(INSTANCES, "send the prompt as instances[0].prompt")
        } else {
            Error::invalid("too_many_instances", INSTANCES, many.len(), "must hold one")
        }
    })?;
    let parameters = body.parameters.unwrap_or_default();
    if let Some(uri) = &parameters.storage_uri {
        return Err(Error::invalid(
            "unsupported_storage",
            "parameters.storageUri",
            uri,
            "must be left out: the pictures come back in the reply",
        ));
    }
    let (work, pictures) = work(&instance, &parameters)?;
    let unmet = unmet(&instance, &parameters, &work)?;
    Ok(Call {
        work,
        parameters,
        pictures,
        unmet,
    })
}

/// Returns the order for a call whose [`Call::pictures`] have been opened.
pub fn order(model: ModelId, call: Call, files: Vec<PictureFile>) -> Result<Order, Error> {
    let parameters = &call.parameters;
    let subject = match call.work {
        Work::Draw(prompt) => Subject::Prompt(Prompt::new("instances[0].prompt", prompt)?),
        Work::Edit(plan) => Subject::Edit(Arc::new(plan.spec(files)?)),
    };
    let size = choices::size(
        ["parameters.aspectRatio", "parameters.sampleImageSize"],
        parameters.aspect_ratio.as_deref(),
        parameters.sample_image_size.as_deref(),
    )?;
    let none = OutputOptions::default();
    let options = parameters.output_options.as_ref().unwrap_or(&none);
    let encoding = choices::encoding(
        [
            "parameters.outputOptions.mimeType",
            "parameters.outputOptions.compressionQuality",
        ],
        options.mime_type.as_deref(),
        options.compression_quality,
    )?;
    let count = match parameters.sample_count {
        Some(count) => Count::new("parameters.sampleCount", count.clamped())?,
        None => Count::ONE,
    };
    Ok(Order {
        request: ImageRequest {
            model,
            subject,
            size,
            encoding,
            background: Background::Auto,
            seed: choices::seed(parameters.seed),
            count,
            strict: false,
            filler: true,
            look: LookSpec::default(),
            planner: PlannerChoice::Default,
            safety: plantain_core::SafetyWishes::default(),
        },
        unmet: call.unmet,
    })
}

fn work(instance: &Instance, parameters: &Parameters) -> Result<(Work, Vec<PictureRef>), Error> {
    let plan = match parameters.mode.as_deref() {
        Some("upscale") => {
            let config = parameters.upscale_config.as_ref();
            let factor = config.and_then(|config| config.upscale_factor.as_deref());
            Some(edit::upscale(instance.image.as_ref(), factor)?)
        }
        _ => edit::plan(instance, parameters)?,
    };
    Ok(match plan {
        Some(mut plan) => {
            let pictures = std::mem::take(&mut plan.pictures);
            (Work::Edit(plan), pictures)
        }
        None => {
            let prompt = instance.prompt.as_deref().unwrap_or_default();
            let negative = parameters.negative_prompt.as_deref().unwrap_or_default();
            (Work::Draw(without(prompt, negative)), Vec::new())
        }
    })
}

/// Returns the prompt with what is not to be seen said in its own words: "no fog, no people".
fn without(prompt: &str, negative: &str) -> String {
    let parts = negative.split([',', ';', '\n']).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    let negated: Vec<String> = parts.map(|part| format!("no {part}")).collect();
    if negated.is_empty() || prompt.trim().is_empty() {
        return prompt.to_owned();
    }
    format!("{prompt}\n{}", negated.join(", "))
}

fn unmet(instance: &Instance, parameters: &Parameters, work: &Work) -> Result<Vec<Note>, Error> {
    let people = choices::person_generation(
        "parameters.personGeneration",
        parameters.person_generation.as_deref(),
    )?;
    let mut unmet: Vec<_> = people.into_iter().collect();
    let Work::Edit(plan) = work else {
        return Ok(unmet);
    };
    let says = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    if says(&parameters.negative_prompt) {
        unmet.push(Note::new("negative_prompt", "The negative prompt was not used: the edit does what its prompt says and nothing else."));
    }
    if plan.ignores_prompt() && says(&instance.prompt) {
        unmet.push(Note::new(
            "edit_prompt",
            "The prompt was not used: the place was filled from what surrounds it.",
        ));
    }
    Ok(unmet)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order_of(json: &str) -> Result<Order, Error> {
        let call = read(serde_json::from_str(json).unwrap())?;
        let files = call.pictures.iter().map(|picture| PictureFile {
            field: picture.field.as_str().into(),
            file: b"a picture".as_slice().into(),
        });
        let files = files.collect();
        order(ModelId::easel(), call, files)
    }

    #[test]
    fn both_cases_are_read() {
        let camel = r#"{"instances":[{"prompt":"a cat"}],"parameters":{"sampleCount":2,"aspectRatio":"16:9",
            "sampleImageSize":"2K","seed":7,"negativePrompt":"dogs, fog","personGeneration":"allow_adult",
            "outputOptions":{"mimeType":"image/jpeg","compressionQuality":70}}}"#;
        let snake = r#"{"instances":[{"prompt":"a cat"}],"parameters":{"sample_count":2.0,"aspect_ratio":"16:9",
            "sample_image_size":"2K","seed":7,"negative_prompt":"dogs, fog","person_generation":"ALLOW_ADULT",
            "output_options":{"mime_type":"image/jpeg","compression_quality":70}}}"#;
        let order = order_of(camel).unwrap();
        assert_eq!(order.request, order_of(snake).unwrap().request);
        assert_eq!(
            order.request.prompt().unwrap().as_str(),
            "a cat\nno dogs, no fog"
        );
        assert_eq!(order.request.count.get(), 2);
        assert!(order.unmet.is_empty());
    }

    #[test]
    fn enlarging_needs_a_picture_and_a_factor() {
        let with = |factor: &str| {
            format!(
                r#"{{"instances":[{{"prompt":"","image":{{"bytesBase64Encoded":"AAAA"}}}}],
                "parameters":{{"mode":"upscale","upscaleConfig":{{"upscaleFactor":"{factor}"}}}}}}"#
            )
        };
        for factor in ["x2", "x3", "x4"] {
            let order = order_of(&with(factor)).unwrap();
            let expected = format!("upscale {}x", &factor[1..]);
            assert_eq!(order.request.prompt().unwrap().as_str(), expected);
        }
        assert!(order_of(&with("x9")).is_err());
        assert!(
            order_of(r#"{"instances":[{"prompt":"a"}],"parameters":{"mode":"upscale"}}"#).is_err()
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (json, field) in [
            ("{}", "instances"),
            (
                r#"{"instances":[{"prompt":"a"},{"prompt":"b"}]}"#,
                "instances",
            ),
            (r#"{"instances":[{}]}"#, "instances[0].prompt"),
            (
                r#"{"instances":[{"prompt":"a"}],"parameters":{"storageUri":"gs://b"}}"#,
                "parameters.storageUri",
            ),
            (
                r#"{"instances":[{"prompt":"a"}],"parameters":{"sampleCount":0}}"#,
                "parameters.sampleCount",
            ),
            (
                r#"{"instances":[{"prompt":"a"}],"parameters":{"personGeneration":"some"}}"#,
                "parameters.personGeneration",
            ),
            (
                r#"{"instances":[{"prompt":"a","image":{"gcsUri":"gs://b/c"}}]}"#,
                "instances[0].image.gcsUri",
            ),
            (
                r#"{"instances":[{"prompt":"a","image":{}}]}"#,
                "instances[0].image.bytesBase64Encoded",
            ),
            (
                r#"{"instances":[{"prompt":"a","referenceImages":[{"referenceType":"X"}]}]}"#,
                "instances[0].referenceImages[0].referenceType",
            ),
        ] {
            let error = order_of(json).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field), "{json}");
        }
    }

    #[test]
    fn what_is_not_used_is_told() {
        let json = r#"{"instances":[{"prompt":"a meadow","image":{"bytesBase64Encoded":"AAAA"},
            "mask":{"image":{"bytesBase64Encoded":"BBBB"}}}],
            "parameters":{"editConfig":{"editMode":"outpainting"},"negativePrompt":"fog","personGeneration":"dont_allow"}}"#;
        let order = order_of(json).unwrap();
        let codes: Vec<_> = order.unmet.iter().map(|unmet| &*unmet.code).collect();
        assert_eq!(
            codes,
            ["person_generation", "negative_prompt", "edit_prompt"]
        );
        let Subject::Edit(spec) = order.request.subject else {
            panic!("no edit")
        };
        assert_eq!(spec.pictures.len(), 1);
        assert!(spec.mask.is_some());
    }
}
