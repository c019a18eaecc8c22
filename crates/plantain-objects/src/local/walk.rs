//! The files of a folder, in the order of their names.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use plantain_store::{ObjectName, ObjectStat};

use super::{stat_of, there};

/// Levels of folders above the files; each is named by the next two digits.
const LEVELS: usize = 2;

/// Returns the next files after a name, `limit` at most.
pub(super) fn list(
    root: &Path,
    after: Option<&ObjectName>,
    limit: usize,
) -> io::Result<Vec<(ObjectName, ObjectStat)>> {
    let mut found = Vec::new();
    let after = after.map(ObjectName::to_string).unwrap_or_default();
    descend(root, &after, 0, limit, &mut found)?;
    Ok(found)
}

fn descend(
    folder: &Path,
    after: &str,
    level: usize,
    limit: usize,
    found: &mut Vec<(ObjectName, ObjectStat)>,
) -> io::Result<()> {
    let names = sorted_names(folder)?;
    if level == LEVELS {
        for name in names.iter().filter(|name| name.as_str() > after) {
            if found.len() == limit {
                return Ok(());
            }
            let Some(name) = ObjectName::parse(name) else {
                continue;
            };
            // A file may go while we look.
            if let Some(metadata) = there(fs::metadata(folder.join(name.to_string())))? {
                found.push((name, stat_of(&metadata)?));
            }
        }
        return Ok(());
    }
    // The digits of `after` that name folders of this level; folders before it hold only names before it.
    let least = after.get(level * 2..level * 2 + 2).unwrap_or("");
    for name in names.iter().filter(|name| name.as_str() >= least) {
        if found.len() == limit {
            break;
        }
        if is_two_digits(name) {
            // Below another folder than that of `after`, every name comes after it.
            let after = if name == least { after } else { "" };
            descend(&folder.join(name), after, level + 1, limit, found)?;
        }
    }
    Ok(())
}

fn is_two_digits(name: &str) -> bool {
    name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn sorted_names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        // Gone meanwhile, or a file of somebody else's.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        // What is not text is none of our names.
        if let Ok(name) = entry?.file_name().into_string() {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}
