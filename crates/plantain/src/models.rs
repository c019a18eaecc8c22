//! `plantain models`.

use plantain_app::catalog;
use plantain_core::ModelId;
use serde_json::json;

use crate::cli::ModelsArgs;
use crate::failure::Failure;
use crate::screen;

pub fn run(args: ModelsArgs) -> Result<(), Failure> {
    if args.json {
        let model = |model: &catalog::Model| json!({"id": model.id, "title": model.title, "owner": model.owner.name(), "engine": ModelId::EASEL});
        let models: Vec<_> = catalog::all().iter().map(model).collect();
        return screen::json(&json!({ "models": models }));
    }
    let width = catalog::all()
        .iter()
        .map(|model| model.id.len())
        .max()
        .unwrap_or(0);
    for model in catalog::all() {
        screen::line(format_args!("{:width$}  {}", model.id, model.title))?;
    }
    screen::line(format_args!(
        "\nEvery name is drawn by {}, the embedded engine.",
        ModelId::EASEL
    ))
}
