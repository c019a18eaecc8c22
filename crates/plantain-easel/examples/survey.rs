//! Plans every prompt of a list (one a line) without drawing it, and tells what did not hold:
//! `cargo run -p plantain-easel --example survey -- prompts.txt`. Faults and notes come with their prompt; words that stayed
//! unread and things without a drawing are counted at the end.

use std::collections::BTreeMap;
use std::error::Error;

use plantain_easel::plan::{Ask, plan};
use plantain_read::read;
use plantain_scene::Canvas;

fn main() -> Result<(), Box<dyn Error>> {
    let list = std::env::args().nth(1).ok_or("usage: survey PROMPTS.txt")?;
    let mut unread: BTreeMap<String, u32> = BTreeMap::new();
    let mut notes: BTreeMap<String, u32> = BTreeMap::new();
    let (mut total, mut holding) = (0, 0);
    for prompt in std::fs::read_to_string(list)?.lines() {
        let brief = read(prompt);
        let ask = Ask {
            canvas: Canvas::new(1024, 1024),
            seed: 1,
            filler: true,
        };
        total += 1;
        for span in &brief.unread {
            for word in prompt.get(span.clone()).unwrap_or("").split_whitespace() {
                *unread.entry(word.to_lowercase()).or_default() += 1;
            }
        }
        let plan = match plan(&brief, ask) {
            Ok(plan) => plan,
            Err(error) => {
                println!("! {prompt}\n    {error:?}");
                continue;
            }
        };
        let faults: Vec<&str> = plan
            .notes
            .iter()
            .filter(|note| note.message.starts_with("Not quite"))
            .map(|note| note.message.as_str())
            .collect();
        holding += u32::from(faults.is_empty());
        if !faults.is_empty() {
            println!("- {prompt}\n    {}", faults.join(" "));
        }
        for note in plan
            .notes
            .iter()
            .filter(|n| !n.message.starts_with("Not quite"))
        {
            *notes
                .entry(format!("{}: {}", note.code, note.message))
                .or_default() += 1;
        }
    }
    println!("\n{holding} of {total} hold");
    for (title, counts) in [("unread", unread), ("notes", notes)] {
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        println!("\n{title}:");
        for (what, n) in counts.iter().take(150) {
            println!("{n:5} {what}");
        }
    }
    Ok(())
}
