//! Where a line may end within a word of a script that is written without blanks.

/// Letters of the longest run of katakana that stays whole; a longer one is several words.
const KATAKANA_MAX: usize = 10;

/// Returns the stretches of a word between which a line may end: single letters, and words in katakana as a whole. No line
/// begins with the sign that lengthens the sound before it.
pub fn stretches(word: &str) -> Vec<&str> {
    let mut out: Vec<&str> = Vec::new();
    let mut from = 0;
    let mut chars = word.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let goes_on = next.is_some_and(|next| is_katakana(c) && is_katakana(next));
        if goes_on {
            continue;
        }
        let end = at + c.len_utf8();
        let run = &word[from..end];
        if run.chars().count() <= KATAKANA_MAX {
            out.push(run);
        } else {
            out.extend(syllables(run));
        }
        from = end;
    }
    out
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー')
}

/// Letters that no line begins with.
fn leans_back(c: char) -> bool {
    "ーァィゥェォッャュョヮ".contains(c)
}

fn syllables(run: &str) -> Vec<&str> {
    let starts: Vec<usize> = run
        .char_indices()
        .filter(|(at, c)| *at == 0 || !leans_back(*c))
        .map(|(at, _)| at)
        .chain([run.len()])
        .collect();
    starts
        .windows(2)
        .map(|pair| &run[pair[0]..pair[1]])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::stretches;

    #[test]
    fn words_in_katakana_stay_whole() {
        for (word, want) in [
            ("夏のセール", "夏|の|セール"),
            ("コーヒー祭り", "コーヒー|祭|り"),
            (
                "コンピューターネットワーク",
                "コ|ン|ピュー|ター|ネッ|ト|ワー|ク",
            ),
            ("春", "春"),
            ("", ""),
        ] {
            assert_eq!(stretches(word).join("|"), want);
        }
    }
}
