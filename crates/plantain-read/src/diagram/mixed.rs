//! Diagrams whose texts stand in quotes while what joins them does not: `"Paid?" no → "Remind", yes → "Ship"`,
//! `"Bronze" 12 "Silver" 18`, `2021 "Founded", 2024 "First office"`.

use super::content::{self, Content};
use super::{chain, events, table, tree};
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{ChartKind, Genre, Role};

/// Reads such a diagram; leaves everything as it was where its form is not recognised or a text in quotes would be lost.
pub(super) fn read(reader: &mut Reader<'_>, content: &Content) -> bool {
    let joined = match reader.brief.genre {
        Genre::FlowChart => (content.from..content.to).any(|at| reader.sep(at, Sep::Arrow)),
        Genre::OrgChart => (content.from..content.to).any(|at| {
            let tied = matches!(
                reader.key(at),
                "under" | "below" | "beneath" | "top" | "reports" | "report" | "leads"
            );
            (tied || tree::tells_below(reader.key(at))) && reader.is_lower(at)
        }),
        Genre::Timeline => events::dates_lead_quotes(reader, (content.from, content.to)),
        Genre::Chart => {
            table::figures_join_quotes(reader, (content.from, content.to))
                || matches!(
                    table::kind(reader),
                    Some(ChartKind::Gantt | ChartKind::Sparkline | ChartKind::HeatMap)
                )
        }
        _ => false,
    };
    if !joined {
        return false;
    }
    let (brief, uses) = (reader.brief.clone(), reader.uses.clone());
    content::title(reader, content);
    let mut content = content.clone();
    entitle(reader, &mut content);
    let found = match reader.brief.genre {
        Genre::FlowChart => chain::read_quoted(reader, &content),
        Genre::OrgChart => tree::read(reader, &content),
        Genre::Timeline => events::read(reader, &content),
        _ => table::read(reader, &content),
    };
    let lost = (0..reader.len())
        .any(|at| reader.tokens[at].quote().is_some() && reader.uses[at] != Use::Literal);
    if !found || lost {
        (reader.brief, reader.uses) = (brief, uses);
        return false;
    }
    super::in_order(reader);
    reader.brief.genre != Genre::Chart
}

/// A text in quotes before the words for the kind, or one that a colon or a dash parts from the others, is the title.
fn entitle(reader: &mut Reader<'_>, content: &mut Content) {
    let titled = |reader: &Reader<'_>| reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if titled(reader) {
        return;
    }
    let before = (0..content.from)
        .rev()
        .find(|&at| reader.tokens[at].quote().is_some());
    if let Some(at) = before {
        super::emit(reader, (at, at + 1), Role::Title);
        return;
    }
    let Some(first) = (content.from..content.to).find(|&at| !reader.is_sep(at)) else {
        return;
    };
    if first + 2 >= content.to {
        return;
    }
    let marked = reader.sep(first + 1, Sep::Colon)
        || content::spaced_dash(reader, first + 1)
        || reader.sep(first + 1, Sep::Stop)
        || reader.sep(first + 1, Sep::Comma) && reader.tokens[first + 2].quote().is_none()
        || reader.brief.genre == Genre::Timeline
            && events::has_date(reader, (first + 1, first + 2));
    if reader.tokens[first].quote().is_some() && marked {
        super::emit(reader, (first, first + 1), Role::Title);
        content.from = first + 1 + usize::from(reader.is_sep(first + 1));
    }
}
