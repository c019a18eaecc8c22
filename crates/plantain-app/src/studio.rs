//! Request in, pictures out: which engine, which seeds, how much at once, and what was drawn before.

mod job;
mod picture;
mod watch;

use std::sync::Arc;
use std::time::Instant;

use plantain_core::{
    Background, Encoding, Error, ErrorKind, ImageRequest, LimitState, LookSpec, PictureFile,
    Pixels, Seed, Subject,
};
use plantain_engine::{Capabilities, Engine, Job, Note, Planned, Progress};
use plantain_image::Native;
use tokio::sync::OwnedSemaphorePermit;

use self::job::{Material, digest, job_for, material};
#[cfg(test)]
pub(crate) use self::picture::tests::picture;
pub use self::picture::{Drawn, EngineStamp, Picture, Timing};
pub(crate) use self::watch::Gauge;
pub use self::watch::{Preview, Watch};
use crate::admission::{Admission, Crowd};
use crate::cache::{Cache, JobDigest};
use crate::planner::{self, Chat};
use crate::threads::{Pending, Threads};
use crate::world::random_bytes;
use crate::{World, catalog, edit, finish};

/// How much a studio does at once and keeps.
#[derive(Debug, Clone, Copy)]
pub struct StudioConfig {
    /// Pictures drawn at once.
    pub running_max: usize,
    /// Pictures that may wait for their turn; the next one is refused.
    pub queue_max: usize,
    /// Bytes of pictures kept for requests that come again.
    pub cache_bytes_max: usize,
}

impl Default for StudioConfig {
    fn default() -> Self {
        Self {
            running_max: std::thread::available_parallelism().map_or(1, usize::from),
            queue_max: 1024,
            cache_bytes_max: 64 << 20,
        }
    }
}

/// Draws. Keeps nothing but a bounded cache.
pub struct Studio {
    easel: Arc<dyn Engine>,
    world: Arc<dyn World>,
    admission: Admission,
    cache: Cache,
    chat: Option<Chat>,
    threads: Threads,
}

/// How a request is drawn.
#[derive(Debug, Clone)]
pub struct Manner {
    pub gauge: Gauge,
    pub patience: Patience,
    /// The client chose the seed, and may come again with it; one of our choosing hardly ever comes again.
    pub seed_chosen: bool,
}

/// What happens when too many wait already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Told to come again.
    Refusable,
    /// Waits however long it takes: it was accepted before.
    Endless,
}

/// A plan that was not drawn.
#[derive(Debug, Clone)]
pub struct Plan {
    pub engine: EngineStamp,
    pub seed: Seed,
    pub planned: Planned,
}

impl Studio {
    pub fn new(easel: Arc<dyn Engine>, world: Arc<dyn World>, config: StudioConfig) -> Self {
        let running_max = config.running_max.max(1);
        Self {
            easel,
            world,
            // One more, for what needs no place.
            threads: Threads::start(running_max + 1),
            admission: Admission::new(running_max, config.queue_max),
            cache: Cache::new(config.cache_bytes_max),
            chat: None,
        }
    }

    /// Gives the studio a model that may write scenes.
    #[must_use]
    pub fn with_chat(mut self, chat: Chat) -> Self {
        self.chat = Some(chat);
        self
    }

    /// Returns what the engine behind every model name can do.
    pub fn capabilities(&self) -> &Capabilities {
        self.easel.capabilities()
    }

    /// Returns how much is drawn, and how many wait.
    pub fn crowd(&self) -> Crowd {
        self.admission.crowd()
    }

    /// Draws every picture of the request. Dropping the future cancels what still runs.
    pub async fn draw(&self, request: ImageRequest) -> Result<Drawn, Error> {
        self.draw_watched(request, None).await
    }

    /// As [`Studio::draw`]; what the pictures are going to look like is shown to `watch` meanwhile.
    pub async fn draw_watched(
        &self,
        request: ImageRequest,
        watch: Option<Watch>,
    ) -> Result<Drawn, Error> {
        let manner = Manner {
            gauge: Gauge::default(),
            patience: Patience::Refusable,
            seed_chosen: request.seed.is_some(),
        };
        self.draw_with(request, watch, manner).await
    }

    /// As [`Studio::draw_watched`], for somebody with more or less patience.
    pub async fn draw_with(
        &self,
        request: ImageRequest,
        watch: Option<Watch>,
        manner: Manner,
    ) -> Result<Drawn, Error> {
        let patience = manner.patience;
        let engine = self.engine_for(&request)?;
        let seed = self.seed_for(&request);
        // A seed of our choosing hardly ever comes again, and would push out what does.
        let chat = planner::chosen(self.chat.as_ref(), request.planner)?;
        let repeatable =
            manner.seed_chosen && engine.capabilities().deterministic && chat.is_none();
        let mut work = Batch::default();
        let mut timing = Timing::default();
        let begun = Instant::now();
        // Decoded pictures are large: they are made only by requests whose turn has come.
        let mut place = match request.subject {
            Subject::Edit(_) => Some(self.enter(&mut timing, patience).await?),
            Subject::Prompt(_) | Subject::Scene(_) => None,
        };
        let (material, brought) = self.material_of(&request, &engine).await?;
        let parts = manner.gauge.begin(&work.progress, request.count.get());
        for (index, part) in (0..request.count.get()).zip(parts) {
            let job = job_for(&request, &material, seed.derive(index), index);
            let digest = repeatable.then(|| {
                let native = material.native.as_deref();
                digest(engine.capabilities(), &job, native, request.encoding)
            });
            if let Some(picture) = digest.and_then(|digest| self.cache.get(&digest)) {
                part.report(1000);
                work.pictures.push(Slot::Done(picture));
                continue;
            }
            let (job, planned) = match chat {
                Some(chat) => planner::plan(chat, &engine, &self.threads, job).await?,
                None => (job, None),
            };
            let notes = brought.iter().cloned().chain(planned).collect();
            let permit = match place.take() {
                Some(permit) => permit,
                None => self.enter(&mut timing, patience).await?,
            };
            let run = Run {
                engine: Arc::clone(&engine),
                job,
                native: material.native.clone(),
                notes,
                encoding: request.encoding,
                progress: match &watch {
                    Some(watch) => watch.progress(&part, index, request.encoding),
                    None => part,
                },
            };
            let drawing = self.threads.run(move || {
                let drawn = run.draw();
                drop(permit);
                drawn
            });
            work.pictures.push(Slot::Running(digest, drawing));
        }
        let (pictures, cached) = self.collect(&mut work).await?;
        timing.run = begun.elapsed().saturating_sub(timing.queued);
        timing.cached = cached;
        Ok(Drawn {
            model: request.model,
            engine: EngineStamp::of(engine.capabilities()),
            pictures,
            timing,
            limits: LimitState::default(),
            task: None,
        })
    }

    /// Waits for a place, and counts the time.
    async fn enter(
        &self,
        timing: &mut Timing,
        patience: Patience,
    ) -> Result<OwnedSemaphorePermit, Error> {
        let asked = Instant::now();
        let permit = match patience {
            Patience::Refusable => self.admission.enter().await?,
            Patience::Endless => self.admission.enter_patiently().await?,
        };
        timing.queued += asked.elapsed();
        Ok(permit)
    }

    /// Returns an error for a request that no engine here can serve.
    pub fn check(&self, request: &ImageRequest) -> Result<(), Error> {
        planner::chosen(self.chat.as_ref(), request.planner)?;
        self.engine_for(request).map(drop)
    }

    /// Plans the first picture of the request without drawing it.
    pub async fn plan(&self, request: ImageRequest) -> Result<Plan, Error> {
        let engine = self.engine_for(&request)?;
        let seed = self.seed_for(&request);
        let (material, _) = self.material_of(&request, &engine).await?;
        let job = job_for(&request, &material, seed, 0);
        let permit = self.admission.enter().await?;
        let stamp = EngineStamp::of(engine.capabilities());
        let guard = CancelOnDrop(Progress::new());
        let progress = guard.0.clone();
        let planning = self.threads.run(move || {
            let planned = engine.plan(&job, &progress);
            drop(permit);
            planned
        });
        let planned = planning.wait().await??;
        Ok(Plan {
            engine: stamp,
            seed,
            planned,
        })
    }

    /// Returns what a picture from outside shows: PNG, JPEG, WebP, or an SVG or PDF that was drawn here.
    ///
    /// # Errors
    /// Invalid or too large, naming the field.
    pub async fn view(&self, picture: PictureFile) -> Result<Pixels, Error> {
        let engine = Arc::clone(&self.easel);
        let viewing = self.threads.run(move || edit::view(&picture, &*engine));
        viewing.wait().await?
    }

    /// Makes ready what the request brings along, with what is to be said about it. Decoding pictures may block.
    async fn material_of(
        &self,
        request: &ImageRequest,
        engine: &Arc<dyn Engine>,
    ) -> Result<(Material, Vec<Note>), Error> {
        if request.look == LookSpec::default() && !matches!(request.subject, Subject::Edit(_)) {
            return material(request, &**engine);
        }
        let (request, engine) = (request.clone(), Arc::clone(engine));
        let decoding = self.threads.run(move || material(&request, &*engine));
        decoding.wait().await?
    }

    /// Waits for every picture, keeps those that may come again, and tells whether all of them were old.
    async fn collect(&self, work: &mut Batch) -> Result<(Vec<Arc<Picture>>, bool), Error> {
        let mut pictures = Vec::with_capacity(work.pictures.len());
        let mut cached = true;
        for slot in std::mem::take(&mut work.pictures) {
            let picture = match slot {
                Slot::Done(picture) => picture,
                Slot::Running(digest, drawing) => {
                    cached = false;
                    let picture = Arc::new(drawing.wait().await??);
                    if let Some(digest) = digest {
                        self.cache.put(digest, Arc::clone(&picture));
                    }
                    picture
                }
            };
            pictures.push(picture);
        }
        Ok((pictures, cached))
    }

    /// Returns the engine for the request's model, or what stands in the way of it.
    fn engine_for(&self, request: &ImageRequest) -> Result<Arc<dyn Engine>, Error> {
        catalog::find(&request.model)?;
        let engine = &self.easel;
        check_capabilities(engine.capabilities(), request)?;
        Ok(Arc::clone(engine))
    }

    fn seed_for(&self, request: &ImageRequest) -> Seed {
        request
            .seed
            .unwrap_or_else(|| Seed::from_random(random_bytes(&*self.world)))
    }
}

/// The pictures of one request, finished or under way. Dropping it cancels what still runs.
#[derive(Default)]
struct Batch {
    pictures: Vec<Slot>,
    progress: CancelOnDrop,
}

enum Slot {
    Done(Arc<Picture>),
    /// The digest is there if the picture may come again.
    Running(Option<JobDigest>, Pending<Result<Picture, Error>>),
}

#[derive(Default)]
struct CancelOnDrop(Progress);

impl std::ops::Deref for CancelOnDrop {
    type Target = Progress;

    fn deref(&self) -> &Progress {
        &self.0
    }
}

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// One picture's work, moved to a thread that may block.
struct Run {
    engine: Arc<dyn Engine>,
    job: Job,
    native: Option<Arc<Native>>,
    /// Said about the picture beside what the engine says.
    notes: Vec<Note>,
    encoding: Encoding,
    progress: Progress,
}

impl Run {
    fn draw(self) -> Result<Picture, Error> {
        self.progress
            .check()
            .map_err(plantain_engine::EngineError::from)?;
        let output = self.engine.run(&self.job, &self.progress)?;
        let can = self.engine.capabilities();
        let native = self.native.as_deref();
        let mut picture = finish::finish(output, &self.job, native, self.encoding, can)?;
        picture.notes.extend(self.notes);
        Ok(picture)
    }
}

fn check_capabilities(can: &Capabilities, request: &ImageRequest) -> Result<(), Error> {
    let format = request.encoding.format;
    let cannot = |what: String| {
        Error::new(
            ErrorKind::CannotDo,
            "engine_cannot",
            format!("The engine {} cannot {what}.", can.name),
        )
    };
    if !can.formats.contains(&format) {
        let names: Vec<_> = can.formats.iter().map(|format| format.name()).collect();
        return Err(cannot(format!(
            "write {format}; ask for one of {}",
            names.join(", ")
        )));
    }
    if request.background == Background::Transparent && !can.transparency {
        return Err(cannot("leave the background transparent".into()));
    }
    if matches!(request.subject, Subject::Scene(_)) && !can.scenes {
        return Err(cannot("draw scenes".into()));
    }
    match request.size.exact {
        Some(size) if size.pixels() > can.pixels_max => Err(cannot(format!(
            "draw {size}; the most is {} megapixels",
            can.pixels_max / 1_000_000
        ))),
        _ => Ok(()),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::time::Duration;

    use super::*;
    use crate::SystemWorld;
    use plantain_core::{Count, ModelId, Prompt, SizeSpec};
    use plantain_engine::EngineError;
    use plantain_testkit::{Behaviour, TestEngine};

    fn studio(behaviour: Behaviour, config: StudioConfig) -> Studio {
        let engine = TestEngine::new(behaviour);
        Studio::new(Arc::new(engine), Arc::new(SystemWorld), config)
    }

    pub fn request(prompt: &str) -> ImageRequest {
        let prompt = Prompt::new("prompt", prompt).unwrap();
        let mut request = ImageRequest::new(ModelId::easel(), prompt);
        request.size = SizeSpec::parse("size", "32x16").unwrap();
        request
    }

    #[tokio::test]
    async fn a_batch_reports_the_seed_that_draws_each_picture_again() {
        let studio = studio(Behaviour::Draw, StudioConfig::default());
        let mut batch = request("a cat");
        batch.count = Count::new("n", 3).unwrap();
        let drawn = studio.draw(batch).await.unwrap();
        assert_eq!(drawn.pictures.len(), 3);
        assert!(!drawn.timing.cached);
        for picture in &drawn.pictures {
            let mut again = request("a cat");
            again.seed = Some(picture.seed);
            for cached in [false, true] {
                let drawn = studio.draw(again.clone()).await.unwrap();
                assert_eq!(drawn.pictures[0].bytes, picture.bytes);
                assert_eq!(drawn.timing.cached, cached);
            }
        }
    }

    #[tokio::test]
    async fn without_a_seed_every_request_is_new() {
        let studio = studio(Behaviour::Draw, StudioConfig::default());
        let one = studio.draw(request("a cat")).await.unwrap();
        let two = studio.draw(request("a cat")).await.unwrap();
        assert_ne!(one.pictures[0].seed, two.pictures[0].seed);
    }

    #[tokio::test]
    async fn failures_keep_their_kind_and_panics_are_ours() {
        let cases = [
            (
                Behaviour::Fail(EngineError::DoesNotFit { smallest: None }),
                ErrorKind::CannotDo,
            ),
            (Behaviour::Panic, ErrorKind::Internal),
        ];
        for (behaviour, kind) in cases {
            let studio = studio(behaviour, StudioConfig::default());
            let error = studio.draw(request("a cat")).await.unwrap_err();
            assert_eq!(error.kind, kind);
            let again = studio.draw(request("a cat")).await.unwrap_err();
            assert_eq!(again.kind, kind, "the place was given back");
        }
    }

    #[tokio::test]
    async fn a_full_queue_refuses_and_a_client_that_leaves_frees_its_place() {
        let config = StudioConfig {
            running_max: 1,
            queue_max: 0,
            cache_bytes_max: 0,
        };
        let wait = Duration::from_secs(3600);
        let studio = Arc::new(studio(Behaviour::DrawAfter(wait), config));
        let long = tokio::spawn({
            let studio = Arc::clone(&studio);
            async move { studio.draw(request("a cat")).await.map(drop) }
        });
        let refused = loop {
            tokio::task::yield_now().await;
            // The first of the two to come gets in; wait until it is not us.
            let draw = studio.draw(request("a dog"));
            let soon = tokio::time::timeout(Duration::from_millis(20), draw).await;
            if let Ok(Err(error)) = soon {
                break error;
            }
        };
        assert_eq!(refused.kind, ErrorKind::Unavailable);
        long.abort();
        assert!(long.await.is_err());
        loop {
            let draw = studio.draw(request("a dog"));
            let soon = tokio::time::timeout(Duration::from_millis(20), draw).await;
            if soon.is_err() {
                break;
            }
        }
    }

    #[tokio::test]
    async fn what_the_engine_cannot_do_is_said_before_it_draws() {
        let studio = studio(Behaviour::Panic, StudioConfig::default());
        let mut unknown = request("a cat");
        unknown.model = ModelId::new("model", "unknown-model").unwrap();
        let error = studio.draw(unknown).await.unwrap_err();
        assert_eq!(error.kind, ErrorKind::NotFound);
    }
}
