#!/usr/bin/env bash
# Makes the pictures of docs/air.md anew, from what is bundled: docs/air/pictures.sh [DATA]
# DATA is the folder that ./dosi demo makes ("data" unless given); without it, the pictures of London alone are made.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data=${1:-data}
london=(--csv demo/air/london-1998-2005/mydata.csv.gz --time date_gmt --wind-speed ws --wind-direction wd)

make() { # name of the picture, analysis, its arguments
  local name=$1 analysis=$2
  shift 2
  ./dosi air "$analysis" "$@" --plot-width "${width:-440}" --out "docs/air/$name"
}

width=760 make variation.svg variation "${london[@]}" --value nox
width=760 make calendar.svg calendar "${london[@]}" --value pm10 --year 2003
width=640 make trend.svg trend "${london[@]}" --value nox
width=640 make trend-level.svg trend-level "${london[@]}" --value nox --x wind --y season
make wind-rose.svg wind-rose "${london[@]}"
make percentile-rose.svg percentile-rose "${london[@]}" --value o3
make polar-frequency.svg polar-frequency "${london[@]}"
width=340 make polar.png polar "${london[@]}" --value nox
make cpf.svg cpf "${london[@]}" --value so2 --percentile 90
width=340 make annulus.png annulus "${london[@]}" --value nox
make cluster.svg cluster "${london[@]}" --value so2 --from 2003-01-01 --to 2004-01-01 --clusters 4

if [ -d "$data" ]; then
  width=640 make index.svg index --data "$data" --station 101 --value so2,co,o3,no2,pm10,pm25 --from 2017-05-05 --to 2017-05-12
  width=760 make surface.svg surface --data "$data" --value pm10 --from 2017-05-08T10:00 --to 2017-05-08T11:00
  width=640 make directions.svg directions --data "$data" --from 2017-01-01 --to 2018-01-01
fi
