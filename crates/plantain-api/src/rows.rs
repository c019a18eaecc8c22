//! Many requests in one body: JSON lines, or a table as CSV. The command line and the HTTP routes read the same rows.

use plantain_core::{Error, ErrorKind};
use serde_json::{Map, Value};

/// Most rows of a batch.
pub const ROWS_MAX: usize = 10_000;
/// Longest id of a row, characters.
const ID_CHARS_MAX: usize = 100;
/// Columns of a table that are not text but numbers, switches or JSON.
const PLAIN: [&str; 12] = [
    "count",
    "seed",
    "quality",
    "strict",
    "filler",
    "mask_shapes",
    "brand",
    "scene",
    "style_of",
    "priority",
    "start_within_s",
    "run_s_max",
];
/// Columns of a table that hold several words, parted by spaces.
const LISTS: [&str; 2] = ["images", "tags"];

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowForm {
    /// A JSON object a line; empty lines are left out.
    Lines,
    /// CSV (RFC 4180) with the names of the fields in its first line; empty cells are left out.
    Table,
}

/// A request among many.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where it stands, for messages: "line 7".
    pub place: String,
    /// What the client calls it.
    pub id: Option<String>,
    /// The fields of a task.
    pub fields: Map<String, Value>,
}

impl Row {
    /// Returns the row of an object that stands at `place`.
    pub fn new(place: String, mut fields: Map<String, Value>) -> Result<Self, Error> {
        let id = match fields.remove("id") {
            None | Some(Value::Null) => None,
            Some(Value::String(id)) if is_id(&id) => Some(id),
            Some(Value::Number(id)) => Some(id.to_string()),
            Some(other) => {
                let remedy = format!("must be text of 1 to {ID_CHARS_MAX} characters on one line");
                let field = format!("{place}.id");
                return Err(Error::invalid("invalid_id", field, other, remedy));
            }
        };
        Ok(Self { place, id, fields })
    }

    /// Returns an error with the place of the row before its field.
    pub fn blame(&self, error: Error) -> Error {
        let field = match &error.field {
            Some(field) => format!("{}.{field}", self.place),
            None => self.place.clone(),
        };
        let message = format!("{}: {}", self.place, error.message);
        let mut error = error.with_field(field);
        error.message = message.into();
        error
    }
}

fn is_id(text: &str) -> bool {
    let chars = text.chars().count();
    (1..=ID_CHARS_MAX).contains(&chars) && !text.chars().any(char::is_control)
}

/// Reads rows.
///
/// # Errors
/// Invalid, naming the line, for what is no row, for no row at all, and for more than [`ROWS_MAX`].
pub fn read(bytes: &[u8], form: RowForm) -> Result<Vec<Row>, Error> {
    let rows = match form {
        RowForm::Lines => lines(bytes)?,
        RowForm::Table => table(bytes)?,
    };
    check_count(rows.len())?;
    Ok(rows)
}

/// Returns an error unless so many rows are a batch.
pub fn check_count(rows: usize) -> Result<(), Error> {
    match rows {
        0 => Err(Error::missing("rows", "send at least one request")),
        rows if rows > ROWS_MAX => {
            let remedy = format!("must be at most {ROWS_MAX}; send several batches");
            Err(Error::invalid("too_many_rows", "rows", rows, remedy))
        }
        _ => Ok(()),
    }
}

fn lines(bytes: &[u8]) -> Result<Vec<Row>, Error> {
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    let lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    let rows = lines.map(|(index, line)| {
        let place = format!("line {}", index + 1);
        let fields = serde_json::from_slice(line).map_err(|error| {
            let text = error.to_string();
            let why = text.split(" at line ").next().unwrap_or_default();
            let message = format!("{place}: this is no JSON object on one line: {why}.");
            Error::new(ErrorKind::Invalid, "invalid_row", message).with_field(place.clone())
        })?;
        Row::new(place, fields)
    });
    rows.collect()
}

fn table(bytes: &[u8]) -> Result<Vec<Row>, Error> {
    // Spreadsheets begin their files with a byte order mark.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let names = reader.headers().map_err(|error| bad_table(&error))?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| bad_table(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells = names
            .iter()
            .zip(&record)
            .filter(|(_, cell)| !cell.is_empty());
        let fields = cells.map(|(name, cell)| (name.to_owned(), value(name, cell)));
        rows.push(Row::new(format!("line {line}"), fields.collect())?);
    }
    Ok(rows)
}

fn bad_table(error: &csv::Error) -> Error {
    let place = error
        .position()
        .map(|position| format!("line {}", position.line()));
    let place = place.unwrap_or_else(|| "the table".to_owned());
    let message = format!("{place}: this is no CSV: {error}.");
    Error::new(ErrorKind::Invalid, "invalid_row", message).with_field(place)
}

/// Returns the value of a field that came as text.
pub(crate) fn value(name: &str, cell: &str) -> Value {
    if LISTS.contains(&name) {
        return cell.split_whitespace().collect();
    }
    match PLAIN.contains(&name) {
        true => serde_json::from_str(cell).unwrap_or_else(|_| cell.into()),
        false => cell.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(text: &str, form: RowForm, expected: &[(&str, Option<&str>, Value)]) {
        let rows = read(text.as_bytes(), form).unwrap();
        let rows: Vec<_> = rows
            .iter()
            .map(|row| {
                (
                    &*row.place,
                    row.id.as_deref(),
                    Value::Object(row.fields.clone()),
                )
            })
            .collect();
        assert_eq!(rows, expected, "{text:?}");
    }

    #[test]
    fn lines_and_tables_say_the_same() {
        check(
            "{\"id\": \"a\", \"prompt\": \"a cat\"}\r\n\n{\"id\": 7, \"prompt\": \"a dog\", \"seed\": 1}",
            RowForm::Lines,
            &[
                ("line 1", Some("a"), json!({"prompt": "a cat"})),
                ("line 3", Some("7"), json!({"prompt": "a dog", "seed": 1})),
            ],
        );
        check(
            "\u{feff}id,prompt,seed,tags\nsku-1,\"a cat, asleep\",,x y\nsku-2,\"two\nlines\",1,\n",
            RowForm::Table,
            &[
                (
                    "line 2",
                    Some("sku-1"),
                    json!({"prompt": "a cat, asleep", "tags": ["x", "y"]}),
                ),
                (
                    "line 3",
                    Some("sku-2"),
                    json!({"prompt": "two\nlines", "seed": 1}),
                ),
            ],
        );
    }

    #[test]
    fn what_is_wrong_is_named_by_its_line() {
        let many = "{}\n".repeat(ROWS_MAX + 1);
        for (text, form, field) in [
            ("", RowForm::Lines, "rows"),
            ("prompt\n", RowForm::Table, "rows"),
            (&many, RowForm::Lines, "rows"),
            ("{}\n[1]", RowForm::Lines, "line 2"),
            ("{}\n{", RowForm::Lines, "line 2"),
            ("{\"id\": []}", RowForm::Lines, "line 1.id"),
            ("a,b\n1,2\n1\n", RowForm::Table, "line 3"),
            ("a\n\u{7}\n", RowForm::Lines, "line 1"),
        ] {
            let error = read(text.as_bytes(), form).unwrap_err();
            let start: String = text.chars().take(20).collect();
            assert_eq!(error.field.as_deref(), Some(field), "{start:?}");
        }
    }
}
