//! Tables with tools around them: lists of users, orders, files.

mod content;
mod drawn;
mod frames;
mod sample;

use plantain_read::{Component, Role};

use super::{ACCENTS, CUSTOM, Page};
use crate::components::ui::accents::themes;
use crate::components::ui::{Kit, Supply, Word};
use crate::studio::{Draft, Studio};
use content::{
    COLUMNS_MAX, counted_rows, heads_listed, is_tool, listed, records, records_named, show_states,
    told,
};
use drawn::build;
use sample::samples;

pub use drawn::state_colors;

struct Words {
    brand: Option<Word>,
    title: Word,
    tabs: Vec<Word>,
    buttons: Vec<Word>,
    columns: Vec<Word>,
    rows: Vec<Vec<Word>>,
    rest: Vec<Word>,
    /// Which part of the whole is seen ("1-4 of 128").
    shown: Option<Word>,
    /// What can be done with every row.
    action: Option<Action>,
    /// Rows that are set apart.
    marked: Vec<usize>,
    /// What stands in the field to search in, where there is one over the table.
    searched: Option<Word>,
}

/// A button at the end of every row; the prompt names it once.
struct Action(Word);

impl Action {
    /// Returns the words of the button in a row.
    fn of_row(&self, row: usize) -> Word {
        if row == 0 {
            self.0.clone()
        } else {
            Word::built(self.0.text.clone())
        }
    }
}

/// Returns drafts of a table page.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let start = studio.rng("layout").below(4);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| {
            let page = Page::new(studio, &theme, variant);
            let words = words(&page.kit, studio);
            let page = page.for_few(words.rows.len(), TABLE_ROWS);
            let root = build(&page, &words);
            let archetype = match page.variant % 4 {
                0 => "table with sidebar",
                1 => "table",
                2 => "table under a band",
                _ => "table under its counts",
            };
            Draft::new(archetype, theme, root)
                .because("The table has the page; figures align at the right and states are chips.")
        })
        .collect()
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>) -> Words {
    let mut supply = Supply::new(studio.brief);
    let brand = supply.first(&[Role::Brand]);
    let title = supply
        .first(&[Role::Title])
        .or_else(|| records_named(studio).map(Word::built))
        .unwrap_or_else(|| kit.label("Overview"));
    let told = told(kit, studio, &mut supply);
    let tabs = supply.all(&[Role::Tab, Role::Link]);
    let action = supply
        .list(&[plantain_read::ROW_ACTION])
        .and_then(|words| words.into_iter().next())
        .map(Action);
    let buttons = supply.all(&[Role::Button]);
    let asked = studio
        .brief
        .described
        .iter()
        .any(|d| d.kind == Component::SearchBox);
    let searched = supply
        .first(&[Role::Field])
        .or_else(|| asked.then(|| kit.say("Search")));
    let mut columns = supply.all(&[Role::Column]);
    if columns.is_empty() {
        columns = supply
            .list(&["column", "spalte", "colonne", "columna", "header"])
            .unwrap_or_default();
    }
    let mut rows = records(studio, &mut supply, &mut columns);
    if let Some((heads, cells)) = told {
        (columns, rows) = (heads, cells);
    }
    let states = supply.all(&[Role::Badge]);
    let shown = supply.first(&[Role::Caption]);
    if rows.is_empty() && columns.is_empty() {
        columns = heads_listed(&mut supply);
    }
    if rows.is_empty() && (columns.is_empty() || supply.left() > 0) {
        rows = listed(kit, &mut supply, &mut columns);
    }
    let mut rest: Vec<Word> = supply.rest().into_iter().map(|(_, w)| w).collect();
    let n = columns.len();
    if rows.is_empty() && n > 0 && rest.len() >= n && rest.len().is_multiple_of(n) {
        rows = rest.chunks(n).map(<[Word]>::to_vec).collect();
        rest.clear();
    }
    if columns.is_empty() && rows.is_empty() {
        columns = crate::components::ui::told::enumerated(studio.brief, 3)
            .into_iter()
            .filter(|name| !is_tool(&name.text))
            .take(COLUMNS_MAX)
            .collect();
    }
    if columns.is_empty() && rows.is_empty() && kit.filler {
        columns = vec![
            kit.say("Name"),
            kit.say("Email"),
            kit.say("Status"),
            kit.say("Date"),
        ];
    }
    if rows.is_empty() && kit.filler {
        let square = studio.ratio() < 1.3;
        rows = samples(&columns, if square { 10 } else { 7 });
        rows.truncate(counted_rows(studio).max(1));
        show_states(&columns, &mut rows, &states);
    } else {
        rest.extend(states);
    }
    Words {
        brand,
        title,
        tabs,
        buttons,
        columns,
        rows,
        rest,
        shown,
        searched,
        action,
        marked: studio
            .brief
            .grid
            .as_ref()
            .map_or_else(Vec::new, |grid| grid.marked.clone()),
    }
}

/// Whether a column tells a state.
fn is_status(column: &str) -> bool {
    let lower = column.to_lowercase();
    [
        "status", "statut", "estado", "stato", "state", "状态", "状態",
    ]
    .iter()
    .any(|w| lower.contains(w))
}

/// Rows that a table shows at least.
const TABLE_ROWS: usize = 6;
