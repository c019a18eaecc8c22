//! Bars of tabs: where one is there already, the names that come are its own.

use plantain_engine::EngineError;
use plantain_read::Component;
use plantain_scene::Node;
use plantain_scene::node::Content;

use super::again;
use crate::components::ui::picture::icon_for;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::text;
use crate::edit::scene::things::short;

/// Tabs that a bar has room for.
const TABS_MAX: usize = 6;

/// Gives the tab bar of the picture other tabs; false where there is none, or only one more tab is told.
pub(super) fn tabs(sheet: &mut Sheet<'_>, words: &[String]) -> Result<bool, EngineError> {
    let bars = sheet.parts(Component::TabBar, None);
    let ([bar], 2..=TABS_MAX) = (bars.as_slice(), words.len()) else {
        return Ok(false);
    };
    let is_tab = |node: &Node| node.role == "tab";
    let mut tabs: Vec<String> = Vec::new();
    if let Some(node) = sheet.node(&bar.id) {
        node.visit(&mut |inner| {
            if is_tab(inner) {
                tabs.push(inner.id.clone());
            }
        });
    }
    let Some(model) = tabs.last().cloned() else {
        return Ok(false);
    };
    while tabs.len() < words.len() {
        let at = tabs.last().cloned().unwrap_or_else(|| model.clone());
        tabs.push(again(sheet, &at)?);
    }
    sheet.remove(&tabs.split_off(words.len()));
    let mut written = Vec::new();
    for (tab, word) in tabs.iter().zip(words) {
        let (label, icon) = pieces(sheet, tab);
        if let Some(id) = label {
            text::write(sheet, &id, word);
            written.push(id);
        }
        if let Some(node) = icon.and_then(|id| sheet.node_mut(&id))
            && let Content::Icon(drawn) = &mut node.content
        {
            drawn.name = icon_for(word, &drawn.name);
        }
    }
    sheet.touch();
    text::settle(sheet, &written)?;
    sheet.must_fit(&written)?;
    sheet.same = vec![bar.id.clone()];
    sheet.because(format!("The tabs are “{}” … now.", short(&words[0])));
    Ok(true)
}

/// Returns the ids of the name and of the icon of a tab.
fn pieces(sheet: &Sheet<'_>, tab: &str) -> (Option<String>, Option<String>) {
    let (mut label, mut icon) = (None, None);
    if let Some(node) = sheet.node(tab) {
        node.visit(&mut |inner| match &inner.content {
            Content::Text(_) if label.is_none() => label = Some(inner.id.clone()),
            Content::Icon(_) if icon.is_none() => icon = Some(inner.id.clone()),
            _ => {}
        });
    }
    (label, icon)
}
