import { useId } from "react";
import { axisFor, barsOf, labelledPlaces, runsOf, xOf, yOf, type Axis, type Plot } from "./chart-geometry.ts";

interface BarSeries {
  name: string;
  tone: "soft" | "strong";
  values: readonly number[];
}

interface ChartProps {
  title: string;
  /** What it shows, in a sentence: for screen readers, and under the title. */
  summary: string;
  /** Under the places, from left to right. */
  labels: readonly string[];
  /** Drawn over one another, so the later ones are parts of the earlier ones. */
  bars?: readonly BarSeries[];
  /** Null where there is no value. */
  line?: readonly (number | null)[];
  /** Values are counted. */
  whole?: boolean;
  wide?: boolean;
  /** A value for people. */
  text: (value: number) => string;
}

const HEIGHT = 150;
const plotOf = (width: number): Plot => ({ left: 48, top: 8, width: width - 56, height: HEIGHT - 34 });

/** Bars or a line over time, drawn as plain SVG. */
export function Chart(props: ChartProps): React.JSX.Element {
  const { title, summary, labels, bars = [], line = [], whole = false, wide = false, text } = props;
  const id = useId();
  const width = wide ? 640 : 312;
  const plot = plotOf(width);
  const values = [...bars.flatMap((series) => series.values), ...line.filter((value) => value !== null)];
  const axis = axisFor(Math.max(0, ...values), whole ? 1 : 0);
  const titles = labels.map((label, index) => {
    const shown = [
      ...bars.map((series) => series.values[index] ?? null),
      ...(line.length > 0 ? [line[index] ?? null] : []),
    ];
    return `${label}: ${shown.map((value) => (value === null ? "–" : text(value))).join(", ")}`;
  });
  return (
    <figure className={wide ? "chart chart-wide" : "chart"} aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
        {bars.length > 1 ? <Legend bars={bars} /> : null}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={summary}>
        <Grid {...{ plot, axis, text }} />
        <Labels {...{ plot, labels }} most={wide ? 10 : 5} />
        {bars.map((series) => (
          <Bars key={series.name} {...{ plot, axis, series }} />
        ))}
        <Line {...{ plot, axis, line }} />
        <Places {...{ plot, titles }} />
      </svg>
    </figure>
  );
}

function Legend({ bars }: { bars: readonly BarSeries[] }): React.JSX.Element {
  return (
    <span className="legend soft small" aria-hidden="true">
      {bars.map(({ name, tone }) => (
        <span key={name}>
          <span className={`legend-key legend-${tone}`} /> {name}
        </span>
      ))}
    </span>
  );
}

interface Frame {
  plot: Plot;
  axis: Axis;
}

function Grid({ plot, axis, text }: Frame & Pick<ChartProps, "text">): React.JSX.Element {
  return (
    <g>
      {axis.ticks.map((tick) => {
        const y = yOf(tick, plot, axis);
        return (
          <g key={tick}>
            <line className="chart-grid" x1={plot.left} x2={plot.left + plot.width} y1={y} y2={y} />
            <text className="chart-text" x={plot.left - 6} y={y + 3.5} textAnchor="end">
              {text(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Labels({ plot, labels, most }: { plot: Plot; labels: readonly string[]; most: number }) {
  return (
    <g>
      {labelledPlaces(labels.length, most).map((place) => (
        <text
          key={place}
          className="chart-text"
          x={xOf(place, plot, labels.length)}
          y={HEIGHT - 8}
          textAnchor="middle"
        >
          {labels[place]}
        </text>
      ))}
    </g>
  );
}

function Bars({ plot, axis, series }: Frame & { series: BarSeries }): React.JSX.Element {
  return (
    <g className={`chart-bars chart-${series.tone}`}>
      {barsOf(series.values, plot, axis).map((bar) => (
        <rect key={bar.x} {...bar} />
      ))}
    </g>
  );
}

function Line({ plot, axis, line }: Frame & { line: readonly (number | null)[] }): React.JSX.Element {
  return (
    <g>
      {runsOf(line, plot, axis).map((run) => (
        <g key={run[0]?.x}>
          <polyline className="chart-line" points={run.map(({ x, y }) => `${x},${y}`).join(" ")} />
          {run.map(({ x, y }) => (
            <circle key={x} className="chart-point" cx={x} cy={y} r={2.5} />
          ))}
        </g>
      ))}
    </g>
  );
}

/** What the pointer rests on tells its values. */
function Places({ plot, titles }: { plot: Plot; titles: readonly string[] }): React.JSX.Element {
  const width = plot.width / titles.length;
  return (
    <g>
      {titles.map((title, index) => (
        <rect
          key={title}
          className="chart-place"
          x={plot.left + index * width}
          y={plot.top}
          width={width}
          height={plot.height}
        >
          <title>{title}</title>
        </rect>
      ))}
    </g>
  );
}
