//! Scenes that a model writes: asked for, checked, and left for the rules' own where they do not hold.

use std::collections::BTreeSet;
use std::sync::Arc;

use plantain_core::{Error, ErrorKind, PlannerChoice, SizeSpec};
use plantain_engine::{
    Engine, Job, JobSubject, Note, Planned, Progress, ScenePlanner, SceneRequest,
};
use serde_json::Value;

use crate::threads::Threads;

/// A planner with what it needs to know.
pub struct Chat {
    pub planner: Arc<dyn ScenePlanner>,
    /// JSON Schema of scenes.
    pub schema: Arc<str>,
    /// Whether requests that do not choose get it.
    pub by_default: bool,
}

/// Returns the planner that a request gets: none for the rules.
///
/// # Errors
/// Cannot do, when the request asks for a planner that is not set up.
pub(crate) fn chosen(chat: Option<&Chat>, choice: PlannerChoice) -> Result<Option<&Chat>, Error> {
    match (choice, chat) {
        (PlannerChoice::Rules, _) => Ok(None),
        (PlannerChoice::Default, chat) => Ok(chat.filter(|chat| chat.by_default)),
        (PlannerChoice::Chat, Some(chat)) => Ok(Some(chat)),
        (PlannerChoice::Chat, None) => Err(Error::new(
            ErrorKind::CannotDo,
            "planner_not_configured",
            "planner: no chat endpoint is set up here; start the server with --planner-url and --planner-model, or leave the planner out.",
        )
        .with_field("planner")),
    }
}

/// Has the scene of a prompt written. Returns the job to run and what to note about it.
///
/// The rules plan first: their scene fixes the canvas, is the model's draft, and is what is left when the model fails.
pub(crate) async fn plan(
    chat: &Chat,
    engine: &Arc<dyn Engine>,
    threads: &Threads,
    job: Job,
) -> Result<(Job, Option<Note>), Error> {
    let JobSubject::Prompt(prompt) = &job.subject else {
        return Ok((job, None));
    };
    let draft = plan_job(engine, threads, job.clone()).await?;
    let drawable = Arc::clone(engine);
    let (frame, scene) = (job.clone(), Arc::clone(&draft.scene_json));
    let check = move |written: &str| check(&*drawable, &frame, &scene, written);
    let request = SceneRequest {
        prompt,
        draft: &draft.scene_json,
        schema: &chat.schema,
        seed: job.seed.0,
    };
    match chat.planner.plan(request, &check).await {
        Ok(scene) => {
            let job = Job {
                subject: JobSubject::Scene(scene),
                size: SizeSpec::exact(draft.size),
                ..job
            };
            let message = format!("The scene was written by {}.", chat.planner.name());
            Ok((job, Some(Note::new("planned_by_chat", message))))
        }
        Err(why) => {
            let name = chat.planner.name();
            tracing::warn!(
                planner = name,
                why,
                "the chat planner failed; the rules planned"
            );
            let message = format!("The rules planned the picture; {name} could not: {why}");
            Ok((job, Some(Note::new("planner_fallback", message))))
        }
    }
}

async fn plan_job(engine: &Arc<dyn Engine>, threads: &Threads, job: Job) -> Result<Planned, Error> {
    let engine = Arc::clone(engine);
    let planning = threads.run(move || engine.plan(&job, &Progress::new()));
    Ok(planning.wait().await??)
}

/// A scene holds if it can be drawn, has the draft's canvas, cuts no text, and shows every text that the prompt asks for.
fn check(engine: &dyn Engine, job: &Job, draft: &str, written: &str) -> Result<(), String> {
    let read = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| error.to_string());
    let (draft, scene) = (read(draft)?, read(written)?);
    if scene["canvas"] != draft["canvas"] {
        return Err(format!("`canvas` must stay {}.", draft["canvas"]));
    }
    let (wanted, shown) = (texts(&draft, true), texts(&scene, false));
    let whole = shown.iter().cloned().collect::<Vec<_>>().join("\n");
    if let Some(lost) = wanted.iter().find(|text| !whole.contains(text.as_str())) {
        return Err(format!("the text {lost:?} of the draft is missing."));
    }
    let job = Job {
        subject: JobSubject::Scene(written.into()),
        size: SizeSpec::default(),
        ..job.clone()
    };
    let planned = engine
        .plan(&job, &Progress::new())
        .map_err(|error| Error::from(error).message.to_string())?;
    let cut = planned
        .notes
        .iter()
        .find(|note| note.code == "text_overflow");
    cut.map_or(Ok(()), |note| Err(note.message.clone()))
}

/// Returns the texts of a scene, or only those that the prompt asks for.
fn texts(scene: &Value, literal_only: bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut nodes = vec![&scene["root"]];
    while let Some(node) = nodes.pop() {
        nodes.extend(node["children"].as_array().into_iter().flatten());
        if literal_only && node["literal"] != true {
            continue;
        }
        if let Some(text) = node["content"]["text"].as_str() {
            found.insert(text.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_at_any_depth() {
        let scene = serde_json::json!({"root": {"children": [
            {"content": {"kind": "text", "text": "A"}, "literal": true},
            {"children": [{"content": {"kind": "text", "text": "B"}}]},
        ]}});
        assert_eq!(texts(&scene, true), BTreeSet::from(["A".to_owned()]));
        assert_eq!(texts(&scene, false).len(), 2);
    }

    #[test]
    fn a_planner_that_is_not_there_cannot_be_chosen() {
        assert!(chosen(None, PlannerChoice::Default).unwrap().is_none());
        assert!(chosen(None, PlannerChoice::Rules).unwrap().is_none());
        let error = chosen(None, PlannerChoice::Chat).err().unwrap();
        assert_eq!(error.field.as_deref(), Some("planner"));
    }
}
