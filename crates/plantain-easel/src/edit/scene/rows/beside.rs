//! New lines of lists where a place is named: beside a line, between two, under a heading.

use plantain_engine::EngineError;
use plantain_read::{Location, RelationKind, Target};

use super::lines::{Row, Spot, insert, parted, rows};
use crate::edit::scene::rank;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Kind;

/// Adds a line with these cells beside the line that a place names; false when it names none.
pub fn row_beside(
    sheet: &mut Sheet<'_>,
    cells: &[String],
    at: &Location,
) -> Result<bool, EngineError> {
    let Some((kind, target)) = &at.relation else {
        return Ok(false);
    };
    let before = match kind {
        RelationKind::Above => true,
        RelationKind::Below
        | RelationKind::Under
        | RelationKind::NextTo
        | RelationKind::Between => false,
        _ => return Ok(false),
    };
    let parted = parted(cells);
    let rows = rows(sheet, parted.len());
    let Some(model) = row_of(sheet, &rows, target)? else {
        return Ok(false);
    };
    // Between two lines is behind the upper one, in whatever order they are named.
    let model = match (&target.by, kind) {
        (Some((RelationKind::Between, other)), RelationKind::Between) => {
            match row_of(sheet, &rows, other)? {
                Some(other) => model.min(other),
                None => return Ok(false),
            }
        }
        _ => model,
    };
    insert(sheet, &rows, &parted, Spot { model, before })?;
    Ok(true)
}

/// Returns which of the lines a target stands in.
fn row_of(
    sheet: &mut Sheet<'_>,
    rows: &[Row],
    target: &Target,
) -> Result<Option<usize>, EngineError> {
    let anchor = sheet.find(&alone(target))?.swap_remove(0).id;
    let above = sheet.ancestors(&anchor);
    Ok(rows
        .iter()
        .position(|row| row.id == anchor || above.contains(&row.id)))
}

/// Adds a line with these cells as the last below the heading that a place names; false where it names none.
pub fn row_under(
    sheet: &mut Sheet<'_>,
    cells: &[String],
    at: &Location,
) -> Result<bool, EngineError> {
    let Some((RelationKind::In, target)) = &at.relation else {
        return Ok(false);
    };
    let Some(heading) = sheet
        .find(target)
        .ok()
        .and_then(|found| found.into_iter().next())
    else {
        return Ok(false);
    };
    let parted = parted(cells);
    let rows = rows(sheet, parted.len());
    // The next text of the heading's role ends its list.
    let role = sheet.node(&heading.id).map(|node| node.role.clone());
    let lines = sheet.lines();
    let end = lines
        .iter()
        .filter(|line| sheet.node(&line.id).map(|node| node.role.clone()) == role)
        .map(|line| line.rect.y)
        .filter(|y| *y > heading.rect.bottom())
        .fold(f32::MAX, f32::min);
    let within = |row: &Row| row.rect.cy() > heading.rect.bottom() && row.rect.cy() < end;
    let Some(model) = rows.iter().rposition(within) else {
        return Ok(false);
    };
    insert(
        sheet,
        &rows,
        &parted,
        Spot {
            model,
            before: false,
        },
    )?;
    Ok(true)
}

/// Moves the line that came last to the place that was named, among its like; says so where it cannot stand there.
pub fn to_place(sheet: &mut Sheet<'_>, at: &Location) -> Result<(), EngineError> {
    let Some((kind, target)) = &at.relation else {
        return Ok(());
    };
    let came = sheet.same.clone();
    let mut others = vec![sheet.find(&alone(target))?.swap_remove(0)];
    if let Some((RelationKind::Between, other)) = &target.by {
        others.push(sheet.find(&alone(other))?.swap_remove(0));
    }
    // Between two is behind the one that is read first.
    let first = others
        .into_iter()
        .min_by(|a, b| (a.rect.y + a.rect.x).total_cmp(&(b.rect.y + b.rect.x)));
    let Some(first) = first else {
        return Ok(());
    };
    // Where the cells of a line lie loose, one of them brings the others along.
    let moved = came.iter().any(|id| {
        let new = sheet.thing(id, Kind::Part);
        new.is_some_and(|new| rank::beside(sheet, &new, *kind, &first))
    });
    sheet.same = came;
    if !moved {
        sheet.note(
            "approximated",
            "The new line stands behind the others, not at the place that was named.",
        );
    }
    Ok(())
}

/// A target by itself, without the second one that it stands by.
fn alone(target: &Target) -> Target {
    Target {
        by: None,
        ..target.clone()
    }
}
