{{/* A setting of a service, laid over that of the defaults; zero and false are values. */}}
{{- define "orders.setting" -}}
{{- $common := index .root.Values.defaults .key -}}
{{- $own := index .root.Values.services .name -}}
{{- $value := ternary (index $own .key) $common (hasKey $own .key) -}}
{{- if and (kindIs "map" $common) (kindIs "map" $value) -}}
{{- include "orders.overlay" (dict "under" $common "over" $value) -}}
{{- else -}}
{{- toYaml $value -}}
{{- end -}}
{{- end -}}

{{/* One map laid over another, deeply: null takes a key out, and lists of named things are laid over each other by their names. */}}
{{- define "orders.overlay" -}}
{{- $result := dict -}}
{{- range $key, $value := .under -}}
{{- if not (kindIs "invalid" $value) -}}{{- $_ := set $result $key $value -}}{{- end -}}
{{- end -}}
{{- range $key, $value := .over -}}
{{- $before := index $result $key -}}
{{- if kindIs "invalid" $value -}}
{{- $_ := unset $result $key -}}
{{- else if kindIs "map" $value -}}
{{- $under := kindIs "map" $before | ternary $before dict -}}
{{- $_ := set $result $key (include "orders.overlay" (dict "under" $under "over" $value) | fromYaml) -}}
{{- else if and (kindIs "slice" $value) (kindIs "slice" $before) -}}
{{- $_ := set $result $key (include "orders.overlayList" (dict "under" $before "over" $value) | fromYamlArray) -}}
{{- else -}}
{{- $_ := set $result $key $value -}}
{{- end -}}
{{- end -}}
{{- toYaml $result -}}
{{- end -}}

{{/* Lists whose items all have names: an item takes the place of the one of its name, or comes after them. Other lists replace. */}}
{{- define "orders.overlayList" -}}
{{- $areNamed := true -}}
{{- range concat .under .over -}}
{{- if not (and (kindIs "map" .) (hasKey . "name")) -}}{{- $areNamed = false -}}{{- end -}}
{{- end -}}
{{- $result := $areNamed | ternary .under .over -}}
{{- if $areNamed -}}
{{- range $item := .over -}}
{{- $isNew := true -}}
{{- $next := list -}}
{{- range $result -}}
{{- if eq .name $item.name -}}
{{- $isNew = false -}}
{{- $next = append $next (include "orders.overlayItem" (dict "under" . "over" $item) | fromYaml) -}}
{{- else -}}
{{- $next = append $next . -}}
{{- end -}}
{{- end -}}
{{- $result = $isNew | ternary (append $next $item) $next -}}
{{- end -}}
{{- end -}}
{{- toYaml $result -}}
{{- end -}}

{{/* A variable has a value or takes it from somewhere, never both. */}}
{{- define "orders.overlayItem" -}}
{{- if or (hasKey .over "value") (hasKey .over "valueFrom") -}}
{{- toYaml .over -}}
{{- else -}}
{{- include "orders.overlay" . -}}
{{- end -}}
{{- end -}}

{{/* The base of the links in mails; empty where nothing says how users reach the gateway. */}}
{{- define "orders.publicUrl" -}}
{{- $hosts := concat (ternary .Values.ingress.hosts list .Values.ingress.enabled) (ternary .Values.httpRoute.hostnames list .Values.httpRoute.enabled) }}
{{- if .Values.config.publicUrl }}
{{- .Values.config.publicUrl }}
{{- else if $hosts }}
{{- printf "https://%s" (first $hosts) }}
{{- end }}
{{- end }}
